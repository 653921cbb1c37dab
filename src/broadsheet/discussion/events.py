"""What can happen in a discussion, as told to the others after commit. Ids only."""

from dataclasses import dataclass
from typing import Self

from broadsheet.core.events import Event

from .models import Comment


@dataclass(frozen=True, kw_only=True)
class DiscussionOpened(Event):
    """A discussion takes comments: for the first time, or again."""

    discussion_id: int


@dataclass(frozen=True, kw_only=True)
class DiscussionClosed(Event):
    """A discussion takes no more comments."""

    discussion_id: int


@dataclass(frozen=True, kw_only=True)
class CommentEvent(Event):
    """Something happened to one comment."""

    comment_id: int
    discussion_id: int
    author_id: int
    parent_id: int | None

    @classmethod
    def about(cls, comment: Comment) -> Self:
        """Say that it happened to `comment`."""
        return cls(
            comment_id=comment.pk,
            discussion_id=comment.discussion_id,
            author_id=comment.author_id,
            parent_id=comment.parent_id,
        )


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
    """The votes on a comment changed."""
