"""Amounts as banks write them, to the last minor unit."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.funding.amounts import (
    AmountTooFine,
    AmountTooLarge,
    AmountUnreadable,
    exact_amount,
)
from broadsheet.funding.currencies import UnknownCurrency

from .refusals import NotReadable

DECIMAL_MARKS = (".", ",")


def minor_units(written: str, currency: str, *, decimal_mark: str = ".") -> int:
    """What `written` is in minor units of `currency`: exactly, or not at all. Raises `NotReadable`."""
    try:
        return exact_amount(written, currency=currency, decimal_mark=decimal_mark)
    except UnknownCurrency:
        raise NotReadable(
            _("“%(currency)s” is not a currency we know."), currency=currency[:10]
        ) from None
    except AmountTooFine:
        raise NotReadable(
            _("“%(written)s” has more decimals than %(currency)s has."),
            written=written[:40],
            currency=currency,
        ) from None
    except AmountTooLarge:
        raise NotReadable(
            _("“%(written)s” is more than can be right."), written=written[:40]
        ) from None
    except AmountUnreadable:
        raise NotReadable(_("“%(written)s” is not an amount."), written=written[:40]) from None


def day(written: str, form: str = "%Y-%m-%d") -> date:
    """The day `written` is, in the `form` of `datetime.strptime`. Raises `NotReadable`."""
    try:
        read = datetime.strptime(written.strip(), form).date()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        raise NotReadable(_("“%(written)s” is not a day."), written=written[:40]) from None
    if not EARLIEST <= read <= LATEST:
        raise NotReadable(_("“%(written)s” is not a day."), written=written[:40])
    return read


EARLIEST, LATEST = date(1990, 1, 1), date(2200, 1, 1)
