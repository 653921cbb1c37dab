"""What was spent, as the desk sees it."""

from dataclasses import dataclass
from datetime import date

from broadsheet.accounts.models import User
from broadsheet.funding.models import Spending
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy

ENTRIES = 200


@dataclass(frozen=True, kw_only=True)
class SpendingLine:
    """One entry; `recorder` is the name of who made it."""

    id: int
    month: date
    category: str
    spent: Money
    note: str
    recorder: str


@dataclass(frozen=True, kw_only=True)
class SpendingPage:
    """What `funding/desk/spending.html` is given."""

    lines: tuple[SpendingLine, ...]
    categories: tuple[str, ...]


def spending_page(*, viewer: User) -> SpendingPage:
    """Answer the newest entries that stand, months from late to early. One query. Raises `NotAllowed`."""
    policy.require(Permission.RECORD_SPENDING, viewer)
    standing = Spending.objects.filter(withdrawn_at=None).select_related("recorded_by")
    entries = standing.order_by("-month", "category", "pk")[:ENTRIES]
    lines = tuple(
        SpendingLine(
            id=entry.pk,
            month=entry.month,
            category=entry.category,
            spent=Money(entry.amount, entry.currency),
            note=entry.note,
            recorder=entry.recorded_by.name,
        )
        for entry in entries
    )
    return SpendingPage(lines=lines, categories=tuple(sorted({line.category for line in lines})))
