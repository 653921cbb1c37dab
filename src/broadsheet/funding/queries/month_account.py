"""What the ledger says of one calendar month, as it may be said to everybody."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median_low
from typing import NamedTuple

from broadsheet.funding.currencies import units
from broadsheet.funding.models import Donation, DonationState, Interval, Spending
from broadsheet.funding.money import Money
from broadsheet.funding.small_numbers import (
    ENOUGH_GIFTS,
    LEAST,
    Group,
    Label,
    merge_neighbours,
    merge_smallest,
)

from .movements import Flow, flows, moments_of_month, no_flow
from .way_names import way_names

BANDS = (0, 10, 25, 50, 100, 250)
"""Where the sizes of gifts are parted, in whole units of the currency; each belongs to the one above."""
OTHERS = ""

Size = tuple[int, int | None]


@dataclass(frozen=True, kw_only=True)
class GroupLine:
    """A group of gifts that is large enough to be shown. `label` is empty for those that were put together."""

    label: str
    people: int
    gifts: int
    total: Money


@dataclass(frozen=True, kw_only=True)
class SizeLine:
    """Gifts from `least` on, and below `below` (None: however large), in whole units of the currency."""

    least: int
    below: int | None
    people: int
    gifts: int
    total: Money


@dataclass(frozen=True, kw_only=True)
class SpendingSum:
    """All that was spent under one heading, with the notes of its entries."""

    category: str
    spent: Money
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CurrencyAccount:
    """What came and went in one currency, before anything was spent, and what was.

    What could single somebody out is None or empty: the share of recurring gifts (in percent of the gross) where
    fewer than five give so or otherwise, the middle gift and the sizes of fewer than ten gifts.
    """

    flow: Flow
    gifts: int
    recurring_percent: int | None
    middle: Money | None
    ways: tuple[GroupLine, ...]
    sizes: tuple[SizeLine, ...]
    spending: tuple[SpendingSum, ...]
    spent: Money


@dataclass(frozen=True, kw_only=True)
class MonthAccount:
    """What is accounted for of `month` (its first day). `supporters` is None where they are fewer than five."""

    month: date
    gifts: int
    supporters: int | None
    currencies: tuple[CurrencyAccount, ...]


class _Gift(NamedTuple):
    who: int
    currency: str
    provider: str
    interval: str
    amount: int


def month_account(month: date) -> MonthAccount:
    """Account for the calendar month that contains `month`, in the newspaper's zone. Three queries.

    Money is counted when it moved; test money is not. A supporter is who gave in this month.
    """
    start = month.replace(day=1)
    moved = flows(*moments_of_month(start))
    gifts = _gifts(*moments_of_month(start))
    spent = _spent(start)
    people = {gift.who for gift in gifts}
    return MonthAccount(
        month=start,
        gifts=len(gifts),
        supporters=None if 0 < len(people) < LEAST else len(people),
        currencies=tuple(
            _currency_account(
                moved.get(currency) or no_flow(currency),
                [gift for gift in gifts if gift.currency == currency],
                spent[currency],
            )
            for currency in dict.fromkeys([*moved, *sorted(spent)])
        ),
    )


def _gifts(began: datetime, ended: datetime) -> list[_Gift]:
    """Whoever gave without being kept as a donor is a person of their own."""
    settled = Donation.objects.filter(
        state=DonationState.SETTLED, is_test=False, settled_at__gte=began, settled_at__lt=ended
    )
    rows = settled.values_list("pk", "donor_id", "currency", "provider", "interval", "amount")
    return [
        _Gift(donor_id or -pk, currency, provider, interval, amount)
        for pk, donor_id, currency, provider, interval, amount in rows
    ]


def _spent(start: date) -> dict[str, list[SpendingSum]]:
    entries = Spending.objects.filter(month=start, withdrawn_at=None).order_by("category", "pk")
    by_category: dict[tuple[str, str], list[Spending]] = defaultdict(list)
    for entry in entries:
        by_category[entry.currency, entry.category].append(entry)
    found: dict[str, list[SpendingSum]] = defaultdict(list)
    for (currency, category), those in by_category.items():
        total = sum(entry.amount for entry in those)
        notes = tuple(dict.fromkeys(entry.note for entry in those if entry.note))
        found[currency].append(
            SpendingSum(category=category, spent=Money(total, currency), notes=notes)
        )
    for sums in found.values():
        sums.sort(key=lambda one: -one.spent.minor)
    return found


def _currency_account(
    flow: Flow, gifts: Sequence[_Gift], spent: Sequence[SpendingSum]
) -> CurrencyAccount:
    currency = flow.currency
    enough = len(gifts) >= ENOUGH_GIFTS
    return CurrencyAccount(
        flow=flow,
        gifts=len(gifts),
        recurring_percent=_recurring_percent(gifts),
        middle=Money(median_low(gift.amount for gift in gifts), currency) if enough else None,
        ways=_ways(gifts, currency),
        sizes=_sizes(gifts, currency) if enough else (),
        spending=tuple(spent),
        spent=Money(sum(one.spent.minor for one in spent), currency),
    )


def _recurring_percent(gifts: Sequence[_Gift]) -> int | None:
    recurring = [gift for gift in gifts if gift.interval != Interval.ONCE]
    once = [gift for gift in gifts if gift.interval == Interval.ONCE]
    if any(0 < len({gift.who for gift in those}) < LEAST for those in (recurring, once)):
        return None
    whole = sum(gift.amount for gift in gifts)
    return round(100 * sum(gift.amount for gift in recurring) / whole) if whole else None


def _ways(gifts: Sequence[_Gift], currency: str) -> tuple[GroupLine, ...]:
    by_provider: dict[str, list[_Gift]] = defaultdict(list)
    for gift in gifts:
        by_provider[gift.provider].append(gift)
    names = way_names()
    groups = [_group(names.get(code, code), those) for code, those in by_provider.items()]
    merged = merge_smallest(groups, others=OTHERS)
    if [group.label for group in merged] == [OTHERS]:
        return ()  # all of them are one group: that says nothing
    return tuple(
        GroupLine(
            label=group.label,
            people=len(group.people),
            gifts=group.gifts,
            total=Money(group.total, currency),
        )
        for group in merged
    )


def _sizes(gifts: Sequence[_Gift], currency: str) -> tuple[SizeLine, ...]:
    whole = units(currency)
    groups: list[Group[Size]] = []
    for least, below in zip(BANDS, (*BANDS[1:], None), strict=True):
        those = [
            gift
            for gift in gifts
            if gift.amount >= least * whole and (below is None or gift.amount < below * whole)
        ]
        groups.append(_group((least, below), those))
    return tuple(
        SizeLine(
            least=group.label[0],
            below=group.label[1],
            people=len(group.people),
            gifts=group.gifts,
            total=Money(group.total, currency),
        )
        for group in merge_neighbours(groups, named=lambda one, other: (one[0], other[1]))
    )


def _group(label: Label, gifts: Iterable[_Gift]) -> Group[Label]:
    those = list(gifts)
    return Group(
        label=label,
        people=frozenset(gift.who for gift in those),
        gifts=len(those),
        total=sum(gift.amount for gift in those),
    )
