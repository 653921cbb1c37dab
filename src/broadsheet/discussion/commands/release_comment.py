from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.discussion.events import CommentPosted
from broadsheet.discussion.models import Comment, CommentStatus, InterventionKind
from broadsheet.discussion.policy import Permission, policy

from .change_status import change_status, lock_comment
from .intervene import is_done, record_intervention

WAITING = frozenset({CommentStatus.HELD, CommentStatus.SPAM, CommentStatus.TRASH})


@transaction.atomic
def release_comment(
    *, comment: Comment, moderator: User, at: datetime, upon: int | None = None
) -> Comment:
    """Let everyone read a comment that waits for approval.

    One that is already published stays so and nothing happens. `upon` is the last decision that the moderator
    saw. Publishes `CommentPosted`. Raises `NotAllowed`, `DecidedMeanwhile`.
    """
    comment = lock_comment(comment)
    policy.require(Permission.MODERATE, moderator, comment)
    if is_done(InterventionKind.RELEASE, comment=comment, actor=moderator, upon=upon):
        return comment
    if comment.status not in WAITING or not comment.source:  # its author was erased
        return comment
    change_status(comment, CommentStatus.PUBLISHED)
    record_intervention(
        InterventionKind.RELEASE,
        discussion=comment.discussion,
        comment=comment,
        actor=moderator,
        at=at,
    )
    publish(CommentPosted.about(comment))
    return comment
