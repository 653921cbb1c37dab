"""The row that every act of staff leaves behind."""

from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.discussion.models import Comment, Discussion, Intervention, InterventionKind


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
