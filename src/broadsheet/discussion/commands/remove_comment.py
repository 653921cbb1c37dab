from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.core.text import normalise
from broadsheet.discussion.events import CommentPosted, CommentRemoved
from broadsheet.discussion.models import Comment, CommentStatus, InterventionKind
from broadsheet.discussion.models.comment import REASON_LENGTH
from broadsheet.discussion.policy import Permission, policy

from .change_status import change_status, lock_comment
from .intervene import is_done, record_intervention


class ReasonMissing(Refused):
    """Nobody is removed without a reason they can read."""

    code = "reason-missing"
    status = 422
    message = _("Give the reason: it is shown in place of the comment.")


class NotRemovable(Refused):
    """The comment is not in a state from which this can be done."""

    code = "not-removable"
    status = 409
    message = _("Somebody else has already decided about this comment.")


@transaction.atomic
def remove_comment(
    *, comment: Comment, moderator: User, reason: str, at: datetime, upon: int | None = None
) -> Comment:
    """Take the words of `comment` down; "removed" and the `reason` stand in their place.

    The words are kept for staff and can be restored. `upon` is the last decision that the moderator saw.
    Publishes `CommentRemoved`. Raises `NotAllowed`, `ReasonMissing`, `DecidedMeanwhile`, and `NotRemovable`
    if it is already removed or withdrawn.
    """
    comment = lock_comment(comment)
    policy.require(Permission.MODERATE, moderator, comment)
    reason = normalise(reason).strip()[:REASON_LENGTH]
    if not reason:
        raise ReasonMissing
    if is_done(InterventionKind.REMOVE, comment=comment, actor=moderator, upon=upon):
        return comment
    if comment.status in (CommentStatus.REMOVED, CommentStatus.WITHDRAWN):
        raise NotRemovable
    change_status(comment, CommentStatus.REMOVED, reason=reason)
    record_intervention(
        InterventionKind.REMOVE,
        discussion=comment.discussion,
        comment=comment,
        actor=moderator,
        reason=reason,
        at=at,
    )
    publish(CommentRemoved.about(comment))
    return comment


@transaction.atomic
def restore_comment(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Put removed words back. `upon` is the last decision that the moderator saw.

    Publishes `CommentPosted`. Raises `NotAllowed`, `NotRemovable`, `DecidedMeanwhile`.
    """
    comment = lock_comment(comment)
    policy.require(Permission.MODERATE, moderator, comment)
    if is_done(InterventionKind.RESTORE, comment=comment, actor=moderator, upon=upon):
        return comment
    if comment.status != CommentStatus.REMOVED or not comment.source:  # its author was erased
        raise NotRemovable
    change_status(comment, CommentStatus.PUBLISHED)
    record_intervention(
        InterventionKind.RESTORE,
        discussion=comment.discussion,
        comment=comment,
        actor=moderator,
        at=at,
    )
    publish(CommentPosted.about(comment))
    return comment
