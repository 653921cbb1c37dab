from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.funding.events import SpendingChanged
from broadsheet.funding.models import Spending
from broadsheet.funding.money import LARGEST, Money
from broadsheet.funding.policy import Permission, policy

from .write_audit import write_audit


class SpendingOfNothing(Refused):
    code = "spending-of-nothing"
    status = 422
    message = _("Say what was spent and on what: more than nothing, and not more than can be true.")


class SpendingGone(Refused):
    code = "spending-gone"
    status = 409
    message = _("This entry has been taken back already.")


@transaction.atomic
def record_spending(
    *, month: date, category: str, spent: Money, note: str = "", recorder: User, at: datetime
) -> Spending:
    """Enter that `spent` went to `category` in the month of the day `month`, for everybody to see.

    Publishes `SpendingChanged`. Raises `SpendingOfNothing`.
    """
    policy.require(Permission.RECORD_SPENDING, recorder)
    category = " ".join(category.split())
    if not category or not 0 < spent.minor <= LARGEST:
        raise SpendingOfNothing
    spending = Spending.objects.create(
        month=month.replace(day=1),
        category=category,
        amount=spent.minor,
        currency=spent.currency,
        note=note.strip(),
        recorded_by=recorder,
        recorded_at=at,
    )
    write_audit(
        actor=recorder, action="spending-recorded", subject=spending, after=_said(spending), at=at
    )
    publish(SpendingChanged(month=spending.month.isoformat()))
    return spending


@transaction.atomic
def withdraw_spending(*, spending: Spending, actor: User, at: datetime) -> None:
    """Take an entry back that was wrong; that it was there is kept.

    Publishes `SpendingChanged`. Raises `SpendingGone`.
    """
    spending = Spending.objects.select_for_update().get(pk=spending.pk)
    policy.require(Permission.RECORD_SPENDING, actor)
    if spending.withdrawn_at is not None:
        raise SpendingGone
    spending.withdrawn_at = at
    spending.save(update_fields=["withdrawn_at"])
    write_audit(
        actor=actor, action="spending-withdrawn", subject=spending, before=_said(spending), at=at
    )
    publish(SpendingChanged(month=spending.month.isoformat()))


def _said(spending: Spending) -> dict[str, str | int]:
    return {
        "month": spending.month.isoformat(),
        "category": spending.category,
        "amount": spending.amount,
        "currency": spending.currency,
        "note": spending.note,
    }
