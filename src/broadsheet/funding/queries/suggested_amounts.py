from dataclasses import dataclass

from broadsheet.funding.currencies import EXPONENTS, units
from broadsheet.funding.models import Interval, SuggestedAmounts

LEAST = 5
USUAL = {
    Interval.ONCE: (10, 25, 50, 100),
    Interval.MONTH: (5, 10, 20, 50),
    Interval.YEAR: (50, 100, 200, 500),
}
WORTH_LITTLE = 100
"""How many units of a currency without decimals are taken for one of another."""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What is suggested for one interval, and the least that may be given so: minor units."""

    amounts: tuple[int, ...]
    least: int


def suggested_amounts(currency: str) -> dict[Interval, Suggestion]:
    """What is suggested in `currency` for each interval: by the newsroom, else as is usual. One query."""
    ours = {
        Interval(row.interval): Suggestion(amounts=tuple(row.amounts), least=row.least)
        for row in SuggestedAmounts.objects.filter(currency=currency)
    }
    return {interval: ours.get(interval) or _usual(currency, interval) for interval in Interval}


def _usual(currency: str, interval: Interval) -> Suggestion:
    one = units(currency) * (1 if EXPONENTS[currency] else WORTH_LITTLE)
    return Suggestion(amounts=tuple(amount * one for amount in USUAL[interval]), least=LEAST * one)
