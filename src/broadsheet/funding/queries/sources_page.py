"""Where the money comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

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


def _tables(gifts: QuerySet[Donation], currency: str, began: datetime) -> tuple[SourceTable, ...]:
    names = way_names()
    earlier = Donation.objects.filter(
        donor=OuterRef("donor"), state=DonationState.SETTLED, is_test=False, settled_at__lt=began
    )
    returning = gifts.annotate(gave_before=Exists(earlier))
    asked: list[tuple[str, str, QuerySet[Donation], str, Callable[[object], str]]] = [
        (
            gettext("By which way"),
            gettext("Way"),
            gifts,
            "provider",
            lambda code: names.get(str(code), str(code)),
        ),
        (
            gettext("How often"),
            gettext("Interval"),
            gifts,
            "interval",
            lambda code: str(Interval(str(code)).label),
        ),
        (
            gettext("Had they given before this month"),
            gettext("Donor"),
            returning,
            "gave_before",
            lambda before: gettext("Gave before") if before else gettext("Gave for the first time"),
        ),
        (
            gettext("From which page"),
            gettext("Page"),
            gifts,
            "source_path",
            lambda path: str(path) or gettext("Not known"),
        ),
        (
            gettext("By which ask"),
            gettext("Ask"),
            gifts,
            "source_ask",
            lambda ask: str(ask) or gettext("None"),
        ),
    ]
    return tuple(
        SourceTable(
            question=question,
            heading=heading,
            lines=_lines(_parted(chosen, field), currency, label),
        )
        for question, heading, chosen, field, label in asked
    )


def _parted(gifts: QuerySet[Donation], field: str) -> list[tuple[object, int, int]]:
    parts = gifts.values_list(field).annotate(money=Sum("amount"), number=Count("pk"))
    return [(value, money, number) for value, money, number in parts.order_by("-money", field)]


def _lines(
    parts: Sequence[tuple[object, int, int]], currency: str, label: Callable[[object], str]
) -> tuple[SourceLine, ...]:
    named = [(label(value), money, number) for value, money, number in parts[:LINES]]
    rest = parts[LINES:]
    if rest:
        money, number = (sum(part[place] for part in rest) for place in (1, 2))  # type: ignore[misc]
        named.append((gettext("All others"), money, number))
    language = get_language() or "en"
    drawn = shares(
        [
            Amount(label=name, value=money, text=money_text(Money(money, currency), language))
            for name, money, _number in named
        ]
    )
    return tuple(
        SourceLine(share=share, gifts=number)
        for share, (_name, _money, number) in zip(drawn, named, strict=True)
    )
