"""What pledges bring in a month. A promise, not money."""

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from broadsheet.funding.models import Interval, Pledge, PledgeState
from broadsheet.funding.periods import first_moment
from broadsheet.funding.rates import CurrencyWithoutRate, rate_of


def running(day: date) -> QuerySet[Pledge]:
    """Answer the pledges whose next payment is to be expected on `day` or after it; none that is a test."""
    goes_on = Q(ends_on=None) | Q(ends_on__gte=day)
    return Pledge.objects.filter(goes_on, state=PledgeState.ACTIVE, is_test=False)


def pledged_a_month(currency: str, *, day: date) -> int:
    """Answer what all pledges promise for a month, in minor units of `currency`; of a yearly one a twelfth.

    At the rates of `day`; what has no rate is left out. One query, and one for each other currency.
    """
    found = running(day).values("currency", "interval").annotate(sum=Sum("amount"))
    total = Decimal(0)
    for each in found.order_by("currency", "interval"):
        months = Interval(each["interval"]).months
        total += each["sum"] * _worth(each["currency"], currency, day) / months
    return int(total.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def _worth(currency: str, into: str, day: date) -> Decimal:
    if currency == into:
        return Decimal(1)
    try:
        return rate_of(currency, into, at=first_moment(day, timezone.get_default_timezone()))
    except CurrencyWithoutRate:
        return Decimal(0)
