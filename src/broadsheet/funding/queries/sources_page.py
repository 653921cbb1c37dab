"""Where the money comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Min, QuerySet, Sum
from django.db.models.expressions import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import get_language, gettext

from broadsheet.accounts.models import User
from broadsheet.funding.charts import Amount, Share, shares
from broadsheet.funding.models import Donation, DonationState, Interval
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.policy import Permission, policy

from .movements import moments_of_month, month_after, month_before
from .way_names import way_names

LINES = 15
"""So many sources are named; what is beyond is added up."""


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """One source: its share of the money, and by how many gifts."""

    share: Share
    gifts: int


@dataclass(frozen=True, kw_only=True)
class SourceTable:
    """Gifts of one currency parted by one question, the largest part first."""

    question: str
    heading: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, kw_only=True)
class CurrencySources:
    """All tables of one currency."""

    currency: str
    tables: tuple[SourceTable, ...]


@dataclass(frozen=True, kw_only=True)
class SourcesPage:
    """What `funding/desk/sources.html` is given. `after` is None in the month that it is."""

    month: date
    before: date
    after: date | None
    currencies: tuple[CurrencySources, ...]


def sources_page(month: date, *, viewer: User, at: datetime) -> SourcesPage:
    """Answer by which ways, pages and asks gifts of the calendar month of `month` came, as they were given.

    One query, and five for each currency. Raises `NotAllowed`.
    """
    policy.require(Permission.VIEW_MONEY, viewer)
    start = month.replace(day=1)
    began, ended = moments_of_month(start)
    gifts = Donation.objects.filter(
        state=DonationState.SETTLED, is_test=False, settled_at__gte=began, settled_at__lt=ended
    )
    currencies = gifts.values_list("currency").annotate(Min("pk")).order_by("currency")
    after = month_after(start)
    return SourcesPage(
        month=start,
        before=month_before(start),
        after=after if after <= timezone.localdate(at) else None,
        currencies=tuple(
            CurrencySources(
                currency=currency,
                tables=_tables(gifts.filter(currency=currency), currency, began),
            )
            for currency, _first in currencies
        ),
    )


class _Question(NamedTuple):
    """By which `field` gifts are parted, and what is said of each value of it."""

    question: str
    heading: str
    field: str
    label: Callable[[str], str]


def _questions() -> list[_Question]:
    names = way_names()
    before = {
        "True": gettext("Gave before"),
        "False": gettext("Gave for the first time"),
    }
    return [
        _Question(
            gettext("By which way"),
            gettext("Way"),
            "provider",
            lambda code: names.get(code, code),
        ),
        _Question(
            gettext("How often"),
            gettext("Interval"),
            "interval",
            lambda code: str(Interval(code).label),
        ),
        _Question(
            gettext("Had they given before this month"),
            gettext("Donor"),
            "gave_before",
            lambda gave: before[gave],
        ),
        _Question(
            gettext("From which page"),
            gettext("Page"),
            "source_path",
            lambda path: path or gettext("Not known"),
        ),
        _Question(
            gettext("By which ask"),
            gettext("Ask"),
            "source_ask",
            lambda ask: ask or gettext("None"),
        ),
    ]


def _tables(gifts: QuerySet[Donation], currency: str, began: datetime) -> tuple[SourceTable, ...]:
    earlier = Donation.objects.filter(
        donor=OuterRef("donor"), state=DonationState.SETTLED, is_test=False, settled_at__lt=began
    )
    known = gifts.annotate(gave_before=Exists(earlier))
    return tuple(
        SourceTable(
            question=asked.question,
            heading=asked.heading,
            lines=_lines(_parted(known, asked.field), currency, asked.label),
        )
        for asked in _questions()
    )


class _Part(NamedTuple):
    value: str
    money: int
    gifts: int


def _parted(gifts: QuerySet[Donation], field: str) -> list[_Part]:
    parts = gifts.values_list(field).annotate(money=Sum("amount"), number=Count("pk"))
    ordered = parts.order_by("-money", field)
    return [_Part(str(value), money, number) for value, money, number in ordered]


def _lines(
    parts: Sequence[_Part], currency: str, label: Callable[[str], str]
) -> tuple[SourceLine, ...]:
    named = [part._replace(value=label(part.value)) for part in parts[:LINES]]
    rest = parts[LINES:]
    if rest:
        money, number = sum(part.money for part in rest), sum(part.gifts for part in rest)
        named.append(_Part(gettext("All others"), money, number))
    language = get_language() or "en"
    drawn = shares(
        [
            Amount(
                label=part.value,
                value=part.money,
                text=money_text(Money(part.money, currency), language),
            )
            for part in named
        ]
    )
    return tuple(
        SourceLine(share=share, gifts=part.gifts) for share, part in zip(drawn, named, strict=True)
    )
