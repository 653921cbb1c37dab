"""The row that every act of staff leaves behind, and what it is for: nothing is decided twice, or blindly."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.discussion.models import Comment, Discussion, Intervention, InterventionKind


class DecidedMeanwhile(Refused):
    """Something was decided about the comment since the moderator looked."""

    code = "decided-meanwhile"
    status = 409
    message = _("Something was decided about this comment since you looked. Look again, please.")


def record_intervention(
    kind: InterventionKind,
    *,
    discussion: Discussion,
    comment: Comment | None = None,
    actor: User,
    reason: str = "",
    at: datetime,
) -> None:
    """Write down who did what, why and when, in the transaction of the act itself."""
    Intervention.objects.create(
        discussion=discussion, comment=comment, actor=actor, kind=kind, reason=reason, at=at
    )


def is_done(kind: InterventionKind, *, comment: Comment, actor: User, upon: int | None) -> bool:
    """Whether this very act on a locked `comment` was done before: it is sent again, or comes late.

    `upon` is the id of the last decision that its `actor` saw, 0 for none; None asks nothing. Raises
    `DecidedMeanwhile` if there are others since, so that what comes late undoes nothing.
    """
    if upon is None:
        return False
    since = list(Intervention.objects.filter(comment=comment, pk__gt=upon).order_by("pk"))
    if not since:
        return False
    if len(since) == 1 and since[0].kind == kind and since[0].actor_id == actor.pk:
        return True
    raise DecidedMeanwhile
