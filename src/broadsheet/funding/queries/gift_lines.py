"""Gifts as the desk lists them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from broadsheet.funding.models import Donation, Interval
from broadsheet.funding.money import Money

from .way_names import way_names


@dataclass(frozen=True, kw_only=True)
class GiftLine:
    """One gift. `donor` is empty for those who may not see who gives; `at` is when it came, or was begun."""

    id: int
    reference: str
    donor: str
    amount: Money
    way: str
    interval: str
    state: str
    is_test: bool
    at: datetime


def gift_lines(gifts: Iterable[Donation], *, with_donors: bool) -> tuple[GiftLine, ...]:
    """Answer `gifts`, whose donors are at hand, in their order. No query."""
    names = way_names()
    return tuple(
        GiftLine(
            id=gift.pk,
            reference=gift.reference,
            donor=str(gift.donor or "") if with_donors else "",
            amount=Money(gift.amount, gift.currency),
            way=names.get(gift.provider, gift.provider),
            interval="" if gift.interval == Interval.ONCE else gift.get_interval_display(),
            state=gift.get_state_display(),
            is_test=gift.is_test,
            at=gift.settled_at or gift.begun_at,
        )
        for gift in gifts
    )
