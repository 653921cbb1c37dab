"""What a gift in another currency counts."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused

from .currencies import units
from .models import ExchangeRate


class CurrencyWithoutRate(Refused):
    code = "currency-without-rate"
    status = 409
    message = _("There is no rate from %(currency)s into %(into)s: set one at the desk first.")


def rate_of(currency: str, into: str, *, at: datetime) -> Decimal:
    """Answer what one minor unit of `currency` was worth at `at`, in minor units of `into`, to nine decimals.

    What came before the first rate was set takes that one. Raises `CurrencyWithoutRate`.
    """
    rates = ExchangeRate.objects.filter(currency=currency, into=into)
    found = rates.filter(since__lte=at).order_by("-since", "-pk").first()
    found = found or rates.order_by("since", "pk").first()
    if found is None:
        raise CurrencyWithoutRate(currency=currency, into=into)
    return (found.rate * units(into) / units(currency)).quantize(Decimal("1e-9"))


def currencies_counted_in(into: str) -> frozenset[str]:
    """Answer in which currencies gifts can be taken for a campaign in `into`: it, and those with a rate."""
    known = ExchangeRate.objects.filter(into=into).values_list("currency", flat=True).distinct()
    return frozenset({into, *known})
