"""Two hundred stories and what readers said under them: made up, and the same every time.

The shape is that of the corpus the peers were first measured with: 58,692 comments, one story with 1,000
and one with 10,000 of them, 55 % top-level, mean depth 2.2 (a top-level comment has depth 1), half of them
no longer than 177 characters. Neutral: each system is filled from these records in its own way.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

SEED = 58_692
STORIES = 200
COMMENTS = 58_692
THOUSAND, TEN_THOUSAND = 1, 2
"""The numbers of the two long stories."""

AUTHORS = 3_000
TOP_LEVEL_SHARE = 0.55
CONTINUES = 0.63
"""How often a reply answers the last reply, else the first comment of a thread: gives the mean depth."""
NEWEST_THREADS = 10
MEDIAN_LENGTH = 177
SPREAD_OF_LENGTHS = 0.85
SHORTEST, LONGEST = 20, 4_000
OPENED = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)

NEWSPRINT = (
    "the of and to in a is that for it was on are with they be at one have this from or had by not but what"
    " all were when we there can an which their said if do will each about how up out them then she many some"
    " so these would other into has more her two like him see time could no make than first been its who now"
    " people my made over did down only way find use may water long little very after words called just where"
    " most know council harbour ferry bridge market budget library school street winter evening reader paper"
    " question answer money years town mayor figures report vote building tram timetable rent council's"
)
WORDS = NEWSPRINT.split()


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's words; `parent` and `first` (of its thread) are ids, ascending from parent to reply."""

    id: int
    story: int
    parent: int | None
    first: int
    depth: int
    author: int
    text: str
    posted_at: datetime
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class Story:
    """An article, and everything said under it in order of time."""

    number: int
    slug: str
    headline: str
    paragraphs: tuple[str, ...]
    published_at: datetime
    comments: tuple[Comment, ...]


def stories(*, scale: float = 1.0) -> Iterator[Story]:
    """All stories. `scale` shortens the discussions of all but the two long ones, to try things out."""
    random = Random(SEED)
    next_id = 1
    for number, size in enumerate(_sizes(random, scale), start=1):
        published_at = OPENED + timedelta(hours=6 * number)
        comments = tuple(_comments(random, number, size, next_id, published_at))
        next_id += size
        yield Story(
            number=number,
            slug=f"story-{number}",
            headline=f"Story {number}: {_words(random, 40).rstrip('.')}",
            paragraphs=tuple(_words(random, 500) for _ in range(6)),
            published_at=published_at,
            comments=comments,
        )


def _sizes(random: Random, scale: float) -> list[int]:
    """How many comments each story has: a few busy ones, many quiet ones."""
    left = COMMENTS - 11_000
    weights = [math.exp(1.1 * _normal(random)) for _ in range(STORIES - 2)]
    shares = [int(left * weight / sum(weights)) for weight in weights]
    shares[0] += left - sum(shares)
    return [1_000, 10_000, *(round(share * scale) for share in shares)]


def _comments(
    random: Random, story: int, size: int, next_id: int, published_at: datetime
) -> Iterator[Comment]:
    firsts: list[Comment] = []
    replies: list[Comment] = []
    seconds = 30 * 24 * 3600 / max(size, 1)
    for n in range(size):
        parent = _answered(random, firsts, replies)
        comment = Comment(
            id=next_id + n,
            story=story,
            parent=parent and parent.id,
            first=parent.first if parent else next_id + n,
            depth=parent.depth + 1 if parent else 1,
            author=int(AUTHORS * random.random() ** 3),
            text=_said(random),
            posted_at=published_at + timedelta(seconds=round(n * seconds)),
            up=int(12 * random.random() ** 4),
            down=int(6 * random.random() ** 6),
        )
        (replies if parent else firsts).append(comment)
        yield comment


def _answered(random: Random, firsts: list[Comment], replies: list[Comment]) -> Comment | None:
    """What is answered, if anything: the last reply anybody made, or one of the newest threads."""
    if not firsts or random.random() < TOP_LEVEL_SHARE:
        return None
    if replies and random.random() < CONTINUES:
        return replies[-1]
    return firsts[-1 - int(min(NEWEST_THREADS, len(firsts)) * random.random())]


def _said(random: Random) -> str:
    """Mostly plain words; now and then paragraphs, emphasis, a link or a quoted line."""
    length = MEDIAN_LENGTH * math.exp(SPREAD_OF_LENGTHS * _normal(random))
    text = _words(random, min(max(int(length), SHORTEST), LONGEST))
    kind = random.random()
    if kind < 0.15:
        text = text.replace(". ", ".\n\n", 1)
    elif kind < 0.18:
        text = text.replace(" council ", " **council** ")
    elif kind < 0.20:
        text += " https://example.org/minutes"
    elif kind < 0.23:
        text = f"> {text[:30]}\n\n{text}"
    return text


def _words(random: Random, length: int) -> str:
    """Sentences of about that many characters."""
    words: list[str] = []
    size, in_sentence = 0, 0
    while size < length - 2:
        word = WORDS[int(len(WORDS) * random.random() ** 1.6)]
        if in_sentence == 0:
            word = word.capitalize()
        in_sentence += 1
        if in_sentence > 6 and random.random() < 0.15:
            word, in_sentence = f"{word}.", 0
        words.append(word)
        size += len(word) + 1
    return " ".join(words).rstrip(".") + "."


def _normal(random: Random) -> float:
    """A normally distributed number (Box and Muller 1958), from what `random` promises never to change."""
    return math.sqrt(-2 * math.log(1 - random.random())) * math.cos(2 * math.pi * random.random())
