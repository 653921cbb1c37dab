"""What each event makes the edge forget. Read it as a table: when this happened, what shows that is gone.

The names are those with which views declare what they show (`core.shared.declare`); each app keeps its
own in its `shows` module. An event that is not in the table makes the edge forget everything.
"""

from collections.abc import Callable, Mapping
from typing import Any

from broadsheet.accounts.events import PersonChanged, PersonConfirmed, PersonErased
from broadsheet.core.events import Event
from broadsheet.core.shared import MISSING, written_key
from broadsheet.discussion import events as discussion
from broadsheet.discussion import shows as said
from broadsheet.exchange.events import ArchiveLoaded
from broadsheet.funding import events as funding
from broadsheet.funding import shows as funded
from broadsheet.publishing import events as publishing
from broadsheet.publishing import shows as published

EVERYTHING = "everything"

Names = tuple[str, ...]


def _comment(event: discussion.CommentEvent) -> Names:
    """What shows the comment, in whichever order; and how many there are.

    Hidden comments above it, which were not to be found, may come back into sight as notes.
    """
    return (
        said.threads(event.key),
        said.thread(event.thread_id),
        said.comment(event.comment_id),
        said.count(event.key),
        said.said_by(event.author_id),
        MISSING,
    )


def _vote(event: discussion.VoteCast) -> Names:
    """The same, but that there are no more and no fewer."""
    return (said.threads(event.key), said.thread(event.thread_id), said.comment(event.comment_id))


def _discussion(event: discussion.DiscussionEvent) -> Names:
    return (said.discussion(event.key), said.count(event.key), said.PROFILES, MISSING)


def _article(event: publishing.ArticlePublished | publishing.ArticleUnpublished) -> Names:
    return (event.key, published.LISTINGS, MISSING)


def _meter(_event: funding.MeterChanged) -> Names:
    return (funded.METERS,)


def _campaign(_event: funding.CampaignChanged) -> Names:
    return (funded.METERS, funded.CAMPAIGNS, MISSING)


def _wall(_event: funding.WallChanged) -> Names:
    return (funded.WALL,)


def _spending(_event: funding.SpendingChanged) -> Names:
    return (funded.ACCOUNTS,)


def _digests(_event: funding.DaySealed) -> Names:
    return (funded.DIGESTS,)


def _nothing(_event: Event) -> Names:
    return ()


def _everything(_event: Event) -> Names:
    return (EVERYTHING,)


PURGES: Mapping[type[Event], Callable[[Any], Names]] = {
    publishing.ArticlePublished: _article,
    publishing.ArticleUnpublished: _article,
    publishing.PaperChanged: _everything,
    PersonChanged: _everything,
    PersonConfirmed: _nothing,
    PersonErased: _everything,
    ArchiveLoaded: _everything,
    funding.MeterChanged: _meter,
    funding.CampaignChanged: _campaign,
    funding.DaySealed: _digests,
    funding.SpendingChanged: _spending,
    funding.WallChanged: _wall,
    discussion.DiscussionOpened: _discussion,
    discussion.DiscussionClosed: _discussion,
    discussion.DiscussionMoved: _discussion,
    discussion.CountersMended: _everything,
    discussion.RightsChanged: _everything,
    discussion.CommentPosted: _comment,
    discussion.CommentHeld: _nothing,
    discussion.CommentEdited: _comment,
    discussion.CommentWithdrawn: _comment,
    discussion.CommentRemoved: _comment,
    discussion.CommentMarked: _comment,
    discussion.VoteCast: _vote,
}


def names_to_forget(event: Event | None) -> Names:
    """What must be forgotten after `event`, as answers name it; everything after one that is not known."""
    if event is None:
        return (EVERYTHING,)
    return tuple(map(written_key, PURGES.get(type(event), _everything)(event)))
