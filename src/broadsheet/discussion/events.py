"""What can happen in a discussion, as told to the others after commit.

`version` is the discussion's version once it has happened. What readers cannot see (words that wait), and
votes, leave it as it was.
"""

from dataclasses import dataclass
from typing import Any, Self

from broadsheet.core.events import Event

from .models import Comment, Discussion


@dataclass(frozen=True, kw_only=True)
class DiscussionEvent(Event):
    """Something happened to a whole discussion."""

    key: str
    discussion_id: int
    version: int

    @classmethod
    def about(cls, discussion: Discussion) -> Self:
        """Say that it happened to `discussion`."""
        return cls(key=discussion.key, discussion_id=discussion.pk, version=discussion.version)


@dataclass(frozen=True, kw_only=True)
class DiscussionOpened(DiscussionEvent):
    """A discussion takes comments: for the first time, or again."""


@dataclass(frozen=True, kw_only=True)
class DiscussionClosed(DiscussionEvent):
    """A discussion takes no more comments."""


@dataclass(frozen=True, kw_only=True)
class CountersMended(DiscussionEvent):
    """Numbers shown in a discussion were wrong, and are right now."""


@dataclass(frozen=True, kw_only=True)
class DiscussionMoved(DiscussionEvent):
    """The page above a discussion has another title or address. That is no new version."""


@dataclass(frozen=True, kw_only=True)
class RightsChanged(Event):
    """The newsroom lets people do more, or less, than before."""


@dataclass(frozen=True, kw_only=True)
class CommentEvent(Event):
    """Something happened to one comment. `thread_id` is that of its thread's first comment, perhaps itself."""

    key: str
    discussion_id: int
    comment_id: int
    thread_id: int
    parent_id: int | None
    author_id: int
    version: int

    @classmethod
    def about(cls, comment: Comment) -> Self:
        """Say that it happened to `comment`, whose discussion is as this change has left it."""
        return cls(**_facts(comment))


def _facts(comment: Comment) -> dict[str, Any]:
    return {
        "key": comment.discussion.key,
        "discussion_id": comment.discussion_id,
        "comment_id": comment.pk,
        "thread_id": comment.thread_root_id,
        "parent_id": comment.parent_id,
        "author_id": comment.author_id,
        "version": comment.discussion.version,
    }


@dataclass(frozen=True, kw_only=True)
class CommentPosted(CommentEvent):
    """A comment became visible to everyone."""


@dataclass(frozen=True, kw_only=True)
class CommentHeld(CommentEvent):
    """A comment was written and waits for approval."""


@dataclass(frozen=True, kw_only=True)
class CommentEdited(CommentEvent):
    """A comment's author changed its words."""


@dataclass(frozen=True, kw_only=True)
class CommentWithdrawn(CommentEvent):
    """A comment's author took its words back."""


@dataclass(frozen=True, kw_only=True)
class CommentRemoved(CommentEvent):
    """Staff took a comment's words down."""


@dataclass(frozen=True, kw_only=True)
class CommentMarked(CommentEvent):
    """Staff pinned, featured or closed something, or took such a mark away."""


@dataclass(frozen=True, kw_only=True)
class VoteCast(CommentEvent):
    """The votes on a comment changed; `up` and `down` are how many there are now."""

    up: int
    down: int

    @classmethod
    def about(cls, comment: Comment) -> Self:
        """Say how the votes on `comment` stand."""
        return cls(**_facts(comment), up=comment.up_votes, down=comment.down_votes)
