from collections.abc import Mapping
from datetime import datetime

from django.db.models import Model

from broadsheet.accounts.models import User
from broadsheet.funding.models import Act, FundingAudit

Plain = str | int | bool | None
"""What an act may say of a field: what JSON can hold, and no donor's name or address."""


def write_audit(
    *,
    actor: User | None,
    action: str,
    subject: Model | None = None,
    before: Mapping[str, Plain] | None = None,
    after: Mapping[str, Plain] | None = None,
    reason: str = "",
    at: datetime,
) -> FundingAudit:
    """Keep for good that `actor` did `action` to `subject`, in the transaction in which it is done.

    `action` is the value of an `Act`; raises `ValueError` for what has no words there, as nobody at the desk could
    read what was done. `actor` is None for what the program does by itself. One statement.
    """
    return FundingAudit.objects.create(
        actor=actor,
        action=Act(action).value,
        subject_kind="" if subject is None else str(subject._meta.model_name),
        subject_id="" if subject is None else str(subject.pk),
        before=dict(before or {}),
        after=dict(after or {}),
        reason=reason,
        at=at,
    )
