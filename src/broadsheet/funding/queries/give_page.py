from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from broadsheet.core.errors import NotFound
from broadsheet.funding.currencies import units
from broadsheet.funding.models import Campaign, Interval
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import currency_text, money_text
from broadsheet.funding.protection import paused_providers
from broadsheet.funding.providers import Ability, Provider, ready_providers
from broadsheet.funding.rates import currencies_counted_in

from .meter import Meter, meter
from .suggested_amounts import Suggestion, suggested_amounts

LABELS = {
    Interval.ONCE: pgettext_lazy("how often somebody gives", "Once"),
    Interval.MONTH: pgettext_lazy("how often somebody gives", "Monthly"),
    Interval.YEAR: pgettext_lazy("how often somebody gives", "Yearly"),
}
ABILITIES = {
    Interval.ONCE: Ability.ONCE,
    Interval.MONTH: Ability.MONTH,
    Interval.YEAR: Ability.YEAR,
}

USUAL_GIFT = 25
"""By so many units a way of paying is asked whether it costs anything."""


@dataclass(frozen=True, kw_only=True)
class AmountChoice:
    """One amount to choose, in minor units and as it is written."""

    minor: int
    text: str


@dataclass(frozen=True, kw_only=True)
class IntervalChoice:
    """One of once, monthly and yearly: what is suggested, and the least."""

    code: Interval
    label: str
    amounts: tuple[AmountChoice, ...]
    least: int
    least_text: str


@dataclass(frozen=True, kw_only=True)
class WayChoice:
    """One way of paying. It `costs` something that is known beforehand, so it can be covered."""

    way: str
    label: str
    intervals: tuple[Interval, ...]
    costs: bool
    takes_cards: bool
    provider: Provider


@dataclass(frozen=True, kw_only=True)
class CurrencyChoice:
    """One currency that gifts are taken in."""

    code: str
    text: str


@dataclass(frozen=True, kw_only=True)
class GivePage:
    """What somebody chooses from who wants to give: for `funding/give.html`.

    `is_narrowed`: a way of paying is switched off for the moment, since too many payments were declined.
    """

    campaign: Campaign
    meter: Meter
    currency: CurrencyChoice
    currencies: tuple[CurrencyChoice, ...]
    intervals: tuple[IntervalChoice, ...]
    ways: tuple[WayChoice, ...]
    is_narrowed: bool


def give_page(*, campaign_slug: str, currency: str, language: str, at: datetime) -> GivePage:
    """What can be given, how often and by which way: to the campaign of this address, else to the one shown.

    In `currency`, else in the campaign's. A handful of queries, the meter's and the providers' among them.
    Raises `NotFound` where there is no open campaign.
    """
    campaign = _open_campaign(campaign_slug, at=at)
    ready = ready_providers()
    taken = currencies_counted_in(campaign.currency) & frozenset().union(
        *(one.currencies() for one in ready)
    )
    chosen = currency if currency in taken else campaign.currency
    paused = paused_providers(at=at)
    ways = tuple(
        _way(one, chosen) for one in ready if one.code not in paused and chosen in one.currencies()
    )
    suggested = suggested_amounts(chosen)
    return GivePage(
        campaign=campaign,
        meter=meter(campaign, at),
        currency=_currency(chosen, language),
        currencies=tuple(_currency(code, language) for code in sorted(taken)),
        intervals=tuple(
            _interval(interval, suggested[interval], chosen, language)
            for interval in Interval
            if any(interval in way.intervals for way in ways)
        ),
        ways=ways,
        is_narrowed=any(one.code in paused for one in ready),
    )


def _open_campaign(slug: str, *, at: datetime) -> Campaign:
    """The campaign of this address if it takes gifts, else the one shown, else the oldest."""
    today = timezone.localdate(at)
    open_ones = Campaign.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today), closed_at=None, starts_on__lte=today
    )
    campaigns = sorted(
        open_ones, key=lambda one: (one.slug != slug, not one.is_default, one.starts_on, one.pk)
    )
    if not campaigns:
        raise NotFound
    return campaigns[0]


def _currency(code: str, language: str) -> CurrencyChoice:
    symbol = currency_text(code, language)
    return CurrencyChoice(code=code, text=code if symbol == code else f"{code} ({symbol})")


def _interval(
    interval: Interval, suggestion: Suggestion, currency: str, language: str
) -> IntervalChoice:
    return IntervalChoice(
        code=interval,
        label=str(LABELS[interval]),
        amounts=tuple(
            AmountChoice(minor=minor, text=money_text(Money(minor, currency), language))
            for minor in suggestion.amounts
        ),
        least=suggestion.least,
        least_text=money_text(Money(suggestion.least, currency), language),
    )


def _way(one: Provider, currency: str) -> WayChoice:
    return WayChoice(
        way=one.way,
        label=str(one.label),
        intervals=tuple(
            interval for interval, ability in ABILITIES.items() if ability in one.abilities
        ),
        costs=bool(one.fee_of(USUAL_GIFT * units(currency), currency)),
        takes_cards=Ability.CARD in one.abilities,
        provider=one,
    )
