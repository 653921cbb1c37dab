from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.core.pages import read_cursor, write_cursor
from broadsheet.discussion.models import PageState, Vote
from broadsheet.discussion.words import comment_path

from .excerpt import excerpt

VOTES_ON_A_PAGE = 30


@dataclass(frozen=True, kw_only=True)
class OwnVote:
    """One vote of the reader's: `value` is 1 or -1. `author_name` and `words` are "" where they are not public."""

    comment_id: int
    value: int
    is_counted: bool
    cast_at: datetime
    url: str
    title: str
    author_name: str
    words: str
    may_take_back: bool


@dataclass(frozen=True, kw_only=True)
class OwnVotes:
    """What `discussion/own_votes.html` is given: what the reader voted on, the latest comment first."""

    votes: list[OwnVote]
    is_first_page: bool
    next_url: str | None


def own_votes(reader: User, *, after: str = "", here: str = "", at: datetime) -> OwnVotes:
    """The votes of `reader`, by when the comments were written, from `after` on.

    `here` is the page's address. One query, in the order of the one index on votes. Raises
    `CursorNotUnderstood`.
    """
    votes = Vote.objects.filter(voter=reader).exclude(value=0)
    if after:
        (last,) = read_cursor(after, int)
        votes = votes.filter(comment_id__lt=last)
    votes = votes.select_related("comment__author", "comment__discussion").order_by("-comment_id")
    found = list(votes[: VOTES_ON_A_PAGE + 1])
    shown = found[:VOTES_ON_A_PAGE]
    has_more = len(found) > VOTES_ON_A_PAGE
    return OwnVotes(
        votes=[_own_vote(vote, at=at) for vote in shown],
        is_first_page=not after,
        next_url=f"{here}?after={write_cursor(shown[-1].comment_id)}" if has_more else None,
    )


def _own_vote(vote: Vote, *, at: datetime) -> OwnVote:
    comment = vote.comment
    discussion = comment.discussion
    is_there = comment.is_published and discussion.page_state != PageState.GONE
    return OwnVote(
        comment_id=comment.pk,
        value=vote.value,
        is_counted=vote.is_counted,
        cast_at=vote.cast_at,
        url=comment_path(comment.pk) if is_there else "",
        title=discussion.title,
        author_name=comment.author.name if is_there else "",
        words=excerpt(comment.source) if is_there else "",
        may_take_back=is_there and discussion.is_open(at=at),
    )
