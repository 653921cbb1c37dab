"""What moved in the ledger between two moments, in real money."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, CharField, F, Q, QuerySet, Sum, Value, When
from django.utils import timezone

from broadsheet.funding.facts import CHARGEBACKS, DISPUTED, FEE_COVER, GIFTS, REFUNDS, TEST
from broadsheet.funding.models import Transfer
from broadsheet.funding.money import Money
from broadsheet.funding.periods import first_moment

FEES = "expense:fees"
"""Stands for the fees of all providers, whose accounts begin so."""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """What came and went in one currency, and `net`, what was left of it.

    What went back is positive. `disputed` is what was taken from us until it is decided, less what came back.
    """

    currency: str
    gross: Money
    cover: Money
    fees: Money
    refunds: Money
    chargebacks: Money
    disputed: Money
    net: Money


def moments_of_day(day: date) -> tuple[datetime, datetime]:
    """Answer when `day` begins and ends in the newspaper's zone."""
    zone = timezone.get_default_timezone()
    return first_moment(day, zone), first_moment(day + timedelta(days=1), zone)


def moments_of_month(day: date) -> tuple[datetime, datetime]:
    """Answer when the calendar month of `day` begins and ends in the newspaper's zone."""
    zone = timezone.get_default_timezone()
    return first_moment(day.replace(day=1), zone), first_moment(month_after(day), zone)


def month_after(day: date) -> date:
    """Answer the first day of the month after that of `day`."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def month_before(day: date) -> date:
    """Answer the first day of the month before that of `day`."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def real_transfers(began: datetime, ended: datetime) -> QuerySet[Transfer]:
    """Choose what happened from `began` to before `ended`, but to test money."""
    return Transfer.objects.filter(happened_at__gte=began, happened_at__lt=ended).exclude(
        Q(debit__code__startswith=TEST) | Q(credit__code__startswith=TEST)
    )


def flows(began: datetime, ended: datetime) -> dict[str, Flow]:
    """Answer what moved, by currency, that of which most came first; money of no gift yet is none. One query."""
    transfers = real_transfers(began, ended)
    pairs = transfers.annotate(out_of=_account("credit"), into=_account("debit"))
    sums = pairs.values_list("currency", "out_of", "into").annotate(Sum("amount")).order_by()
    moved: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for currency, credited, debited, amount in sums:
        moved[currency][credited] += amount
        moved[currency][debited] -= amount
    of_gifts = [currency for currency, parts in moved.items() if any(map(parts.get, _PARTS))]
    by_gross = sorted(of_gifts, key=lambda currency: (-moved[currency][GIFTS], currency))
    return {currency: _flow(currency, moved[currency]) for currency in by_gross}


def no_flow(currency: str) -> Flow:
    """Answer that nothing moved."""
    return _flow(currency, defaultdict(int))


def _flow(currency: str, moved: Mapping[str, int]) -> Flow:
    return Flow(
        currency=currency,
        gross=Money(moved[GIFTS], currency),
        cover=Money(moved[FEE_COVER], currency),
        fees=Money(-moved[FEES], currency),
        refunds=Money(-moved[REFUNDS], currency),
        chargebacks=Money(-moved[CHARGEBACKS], currency),
        disputed=Money(-moved[DISPUTED], currency),
        net=Money(sum(moved[part] for part in _PARTS), currency),
    )


_PARTS = (GIFTS, FEE_COVER, FEES, REFUNDS, CHARGEBACKS, DISPUTED)


def _account(side: str) -> Case:
    is_fee = When(**{f"{side}__code__startswith": FEES}, then=Value(FEES))
    return Case(is_fee, default=F(f"{side}__code"), output_field=CharField())
