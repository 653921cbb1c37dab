"""Amounts as banks write them, to the last minor unit."""

import re
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.money import LARGEST

from .refusals import NotReadable

DECIMAL_MARKS = (".", ",")
_GROUPS = re.compile(r"[\s'’  ]")
_NUMBER = re.compile(
    r"(?P<sign>[+\-−]?)(?P<whole>[0-9]{1,15})(?:\.(?P<rest>[0-9]{0,9}))?(?P<after>[+\-]?)"
)


def minor_units(written: str, currency: str, *, decimal_mark: str = ".") -> int:
    """What `written` is in minor units of `currency`: exactly, or not at all. Raises `NotReadable`.

    The other mark, spaces and apostrophes may group thousands; the sign may stand before or after.
    """
    exponent = EXPONENTS.get(currency)
    if exponent is None:
        raise NotReadable(_("“%(currency)s” is not a currency we know."), currency=currency[:10])
    other = "," if decimal_mark == "." else "."
    bare = _GROUPS.sub("", written).replace(other, "").replace(decimal_mark, ".")
    found = _NUMBER.fullmatch(bare)
    if found is None or (found["sign"] and found["after"]):
        raise NotReadable(_("“%(written)s” is not an amount."), written=written[:40])
    rest = (found["rest"] or "").rstrip("0")
    if len(rest) > exponent:
        raise NotReadable(
            _("“%(written)s” has more decimals than %(currency)s has."),
            written=written[:40],
            currency=currency,
        )
    amount = int(found["whole"] + rest.ljust(exponent, "0"))
    if amount > LARGEST:
        raise NotReadable(_("“%(written)s” is more than can be right."), written=written[:40])
    return -amount if (found["sign"] or found["after"]) in {"-", "−"} else amount


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
