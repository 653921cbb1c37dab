"""Marks that staff may set on a comment, and take away: pinned, featured, closed. Each verb, its inverse.

`upon` is the last decision that the moderator saw (`intervene.is_done`).
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.discussion.events import CommentMarked
from broadsheet.discussion.models import Comment, InterventionKind
from broadsheet.discussion.policy import Permission, policy

from .change_status import lock_comment, save_change
from .intervene import is_done, record_intervention


class NotFirstOfThread(Refused):
    """Only a whole thread can be pinned or closed, by its first comment."""

    code = "not-first-of-thread"
    status = 409
    message = _("Only a whole thread can be pinned or closed. Choose its first comment.")


def pin_thread(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Show the thread of `comment` above all others. Publishes `CommentMarked`."""
    return _mark(
        comment, "pinned_at", InterventionKind.PIN, moderator=moderator, value=at, at=at, upon=upon
    )


def unpin_thread(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Let the thread stand among the others again. Publishes `CommentMarked`."""
    return _mark(
        comment,
        "pinned_at",
        InterventionKind.UNPIN,
        moderator=moderator,
        value=None,
        at=at,
        upon=upon,
    )


def close_thread(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Take no more replies below `comment`. Publishes `CommentMarked`."""
    kind = InterventionKind.CLOSE_THREAD
    return _mark(comment, "thread_closed_at", kind, moderator=moderator, value=at, at=at, upon=upon)


def reopen_thread(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Take replies below `comment` again. Publishes `CommentMarked`."""
    kind = InterventionKind.OPEN_THREAD
    return _mark(
        comment, "thread_closed_at", kind, moderator=moderator, value=None, at=at, upon=upon
    )


def feature_comment(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Mark `comment` as one the newsroom recommends. Publishes `CommentMarked`."""
    return _mark(
        comment,
        "featured_at",
        InterventionKind.FEATURE,
        moderator=moderator,
        value=at,
        at=at,
        upon=upon,
    )


def unfeature_comment(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Take that mark away. Publishes `CommentMarked`."""
    kind = InterventionKind.UNFEATURE
    return _mark(comment, "featured_at", kind, moderator=moderator, value=None, at=at, upon=upon)


@transaction.atomic
def _mark(
    comment: Comment,
    field: str,
    kind: InterventionKind,
    *,
    moderator: User,
    value: datetime | None,
    at: datetime,
    upon: int | None,
) -> Comment:
    comment = lock_comment(comment)
    policy.require(Permission.MODERATE, moderator, comment)
    if field != "featured_at" and comment.parent_id is not None:
        raise NotFirstOfThread
    if is_done(kind, comment=comment, actor=moderator, upon=upon):
        return comment
    if (getattr(comment, field) is None) == (value is None):
        return comment
    setattr(comment, field, value)
    save_change(comment, [field])
    record_intervention(
        kind, discussion=comment.discussion, comment=comment, actor=moderator, at=at
    )
    publish(CommentMarked.about(comment))
    return comment
