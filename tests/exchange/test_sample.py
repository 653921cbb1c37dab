"""The sample newspaper …"""

import re
import zipfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from PIL import Image

from broadsheet.core.markup import Attribution, render
from broadsheet.core.text import normalise
from broadsheet.discussion.quoting import stands_in
from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedComment,
    ArchivedPhoto,
    ArchivedPublication,
    ArchivedSection,
    CommentStatus,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    Quote,
)
from broadsheet.exchange.sample import PHOTOS, read_sample
from broadsheet.exchange.sample.outline import OutlineUnclear, read_outline

CHECKOUT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 14, 12, 30, tzinfo=UTC)
SAMPLE = list(read_sample(now=NOW))


def of(kind):
    return [record for record in SAMPLE if isinstance(record, kind)]


ARTICLES = of(ArchivedArticle)
COMMENTS = of(ArchivedComment)
PHOTOS_BY_KEY = {photo.key: photo for photo in of(ArchivedPhoto)}
BIG = [comment for comment in COMMENTS if comment.article_key == "sample:article:dredged-once"]
OUTLINE = list(
    read_outline(
        (PHOTOS.parent / "discussions" / "dredged-once.txt").read_text(encoding="utf-8"),
    )
)


def plain(html):
    return re.sub(r"<[^>]+>", "", html)


# The newspaper


def test_is_one_newspaper_of_four_sections_and_six_articles():
    assert len(of(ArchivedPublication)) == 1
    assert len(of(ArchivedSection)) == 4
    assert len(ARTICLES) == 6
    assert {key for article in ARTICLES for key in article.section_keys} == {
        section.key for section in of(ArchivedSection)
    }


def test_names_people_sections_photos_and_parents_before_they_are_needed():
    known = set()
    for record in SAMPLE:
        needed = set()
        if isinstance(record, ArchivedArticle):
            shown = [block for block in record.body if isinstance(block, Figure)]
            shown += [
                f for block in record.body if isinstance(block, Gallery) for f in block.figures
            ]
            needed |= {*record.author_keys, *record.section_keys, record.lead_photo_key}
            needed |= {figure.photo_key for figure in shown}
        if isinstance(record, ArchivedComment):
            needed |= {record.article_key, record.author.key, record.parent_key} - {None}
        assert needed <= known
        assert record.key not in known
        known.add(record.key)


def test_looks_fresh_whenever_it_is_read():
    later = list(read_sample(now=NOW + timedelta(days=400)))

    for record, again in zip(SAMPLE, later, strict=True):
        if isinstance(record, ArchivedArticle):
            assert timedelta(0) < NOW - record.published_at < timedelta(days=7)
            assert record.published_at <= record.modified_at <= NOW
            assert again.published_at - record.published_at == timedelta(days=400)


def test_has_articles_of_honest_length_with_everything_a_reader_expects():
    for article in ARTICLES:
        words = " ".join(plain(b.html) for b in article.body if isinstance(b, Paragraph | Quote))
        assert 300 <= len(words.split()) <= 900, article.slug
        assert article.headline
        assert article.standfirst
        assert article.author_keys
        assert article.tags
        assert any(isinstance(block, Heading) for block in article.body)
        assert any("<a href=" in b.html for b in article.body if isinstance(b, Paragraph))
    kinds = Counter(type(block) for article in ARTICLES for block in article.body)
    assert kinds[Figure] >= 2
    assert kinds[Gallery] == 1


def test_has_an_investigation_that_says_who_is_being_reported():
    article = next(article for article in ARTICLES if article.is_featured)

    assert article.slug == "dredged-once"
    assert article.attribution == "Harbour Board records"


def test_has_an_article_wholly_in_arabic():
    (article,) = [article for article in ARTICLES if article.language == "ar"]
    texts = [article.headline, article.standfirst]
    texts += [plain(b.html) for b in article.body if isinstance(b, Paragraph | Quote)]
    for text in texts:
        assert re.search("[\u0600-\u06ff]", text)
        assert not re.search("[A-Za-z]", text)


def test_repeats_as_pull_quotes_only_words_of_the_article():
    pulled = 0
    for article in ARTICLES:
        text = " ".join(plain(b.html) for b in article.body if isinstance(b, Paragraph))
        for block in article.body:
            if isinstance(block, Quote) and block.is_pulled:
                assert plain(block.html) in text
                pulled += 1
    assert pulled >= 2


def test_links_only_to_addresses_that_are_reserved_for_examples():
    texts = [b.html for a in ARTICLES for b in a.body if isinstance(b, Paragraph | Quote)]
    texts += [comment.source for comment in COMMENTS]
    addresses = [found for text in texts for found in re.findall(r"https?://[^\s\"<>)]+", text)]

    assert addresses
    assert all(address.startswith("https://example.org/") for address in addresses)


# The pictures


@pytest.mark.parametrize("photo", PHOTOS_BY_KEY.values(), ids=lambda photo: photo.path)
def test_has_small_pictures_with_words_and_credit(photo):
    path = PHOTOS / photo.path

    assert path.stat().st_size < 120_000
    with Image.open(path) as picture:
        assert picture.size == (1600, 1000)
    assert photo.title
    assert photo.alt
    assert photo.caption
    assert photo.credit


def test_shows_every_picture_it_carries():
    shown = {article.lead_photo_key for article in ARTICLES}
    for article in ARTICLES:
        for block in article.body:
            figures = block.figures if isinstance(block, Gallery) else (block,)
            shown |= {f.photo_key for f in figures if isinstance(f, Figure)}

    assert shown == set(PHOTOS_BY_KEY)
    assert {path.name for path in PHOTOS.glob("*.jpg")} == {p.path for p in PHOTOS_BY_KEY.values()}


# The discussions


def test_has_one_long_discussion_and_short_ones_and_one_that_is_empty():
    sizes = Counter(comment.article_key for comment in COMMENTS)

    assert 280 <= len(BIG) <= 330
    others = [sizes[a.key] for a in ARTICLES if a.slug != "dredged-once"]
    assert 0 in others
    assert max(others) <= 12


def test_goes_deep_and_speaks_many_languages():
    assert max(entry.depth for entry in OUTLINE) >= 10
    assert len({entry.language or "en" for entry in OUTLINE}) >= 6
    assert len({entry.name for entry in OUTLINE}) >= 28


def test_answers_after_what_is_answered_and_before_now():
    posted = {comment.key: comment.posted_at for comment in COMMENTS}
    published = {article.key: article.published_at for article in ARTICLES}
    for comment in COMMENTS:
        above = posted[comment.parent_key] if comment.parent_key else published[comment.article_key]
        assert above < comment.posted_at < NOW
        if comment.edited_at:
            assert comment.posted_at < comment.edited_at < NOW


def test_shows_every_state_a_comment_can_be_in():
    states = Counter(comment.status for comment in BIG)

    assert states[CommentStatus.REMOVED] == 3
    assert states[CommentStatus.WITHDRAWN] == 2
    assert states[CommentStatus.HELD] == 2
    assert sum(comment.is_pinned for comment in BIG) == 1
    assert sum(comment.is_featured for comment in BIG) == 2
    assert sum(comment.is_closed for comment in BIG) == 1
    assert sum(comment.edited_at is not None for comment in BIG) >= 5
    for comment in COMMENTS:
        intervened = comment.status in {CommentStatus.REMOVED, CommentStatus.HELD}
        assert bool(comment.reason) == intervened


def test_closes_only_threads_and_lets_nobody_answer_what_is_withheld():
    by_key = {comment.key: comment for comment in COMMENTS}
    for comment in COMMENTS:
        assert not (comment.is_closed and comment.parent_key)
        if comment.parent_key:
            assert by_key[comment.parent_key].status != CommentStatus.HELD


def test_says_nothing_twice_and_nothing_too_long():
    words = Counter(comment.source.casefold() for comment in COMMENTS)

    assert words.most_common(1)[0][1] == 1
    for comment in COMMENTS:
        assert 0 < len(comment.source) <= 10_000
        assert normalise(comment.source).strip() == comment.source
        assert render(comment.source).text


def test_quotes_only_what_was_really_said():
    numbers = {comment.key: number for number, comment in enumerate(COMMENTS)}
    quotations = 0

    for comment in COMMENTS:
        source = re.sub(
            r"\(/comments/(.+?)/\)",
            lambda found: f"(/comments/{numbers[found[1]]}/)",
            comment.source,
        )
        confirmed = render(source, attribute=partial(_attribution, comment)).quotations
        assert len(confirmed) == source.count("](/comments/")
        quotations += len(confirmed)

    assert quotations >= 10


def _attribution(quoting, number, words):
    """Confirm that `words` stand in an earlier, visible comment of the same discussion, by that name."""
    quoted = COMMENTS[number]
    assert number < COMMENTS.index(quoting)
    assert quoted.article_key == quoting.article_key
    assert quoted.status == CommentStatus.PUBLISHED
    assert stands_in(words, render(quoted.source).text), words
    assert f"— [{quoted.author.name}](/comments/{quoted.key}/)" in quoting.source
    return Attribution(name=quoted.author.name, url=f"/comments/{number}/")


# What the reader of outlines refuses


@pytest.mark.parametrize(
    ("outline", "complaint"),
    [
        ("** Ada | 0:10 | +0 -0\nToo deep.", "deeper"),
        ("* Ada | 0:10 | +0 -0\n\n* Ben | 0:11 | +0 -0\nHello.", "no words"),
        ("* Ada | 0:10 | +0 -0 | shiny\nHello.", "no mark"),
        ("* Ada | 0:10 | +0 -0 | removed\nHello.", "no mark"),
        ("* Ada | 0:10 | +0 -0\nHello.\n\n** Ben | 0:10 | +0 -0\nToo soon.", "not later"),
        ("* Ada | 0:10 | +0 -0 | #a\nOne.\n\n* Ben | 0:11 | +0 -0 | #a\nTwo.", "second time"),
    ],
)
def test_says_what_is_wrong_with_an_outline(outline, complaint):
    with pytest.raises(OutlineUnclear, match=complaint):
        list(read_outline(outline))


def test_reads_stars_inside_a_comment_as_words():
    outline = "* Ada | 0:10 | +2 -1 | #a\n* a list\n* of two\n\n** Ben | 1:10 | +0 -0\n**Bold.**"

    first, second = read_outline(outline)

    assert first.source == "* a list\n* of two"
    assert (first.up_votes, first.down_votes) == (2, 1)
    assert second.parent == first.key
    assert second.after == timedelta(hours=1, minutes=10)


# The package


def test_travels_in_the_wheel(tmp_path):
    (wheel,) = WheelBuilder(str(CHECKOUT)).build(directory=str(tmp_path))

    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    for path in PHOTOS.parent.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(CHECKOUT / "src").as_posix() in carried
