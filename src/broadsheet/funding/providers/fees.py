"""What providers keep of a payment, as an operator says it. Pure."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from broadsheet.funding.currencies import EXPONENTS, units


@dataclass(frozen=True)
class Fee:
    """So much per cent of a payment, and `fixed` minor units."""

    percent: Decimal
    fixed: int

    def of(self, amount: int) -> int:
        """What is kept of `amount`, to the nearest minor unit, halves upwards."""
        part = (self.percent * amount / 100).quantize(Decimal(1), ROUND_HALF_UP)
        return int(part) + self.fixed


class FeesUnreadable(ValueError):
    """The option that says what a provider keeps is not written as it should be."""


_FEE = re.compile(r"([A-Z]{3})\s+(\d{1,2}(?:\.\d{1,3})?)\s*%(?:\s*\+\s*(\d{1,6}(?:\.\d{1,3})?))?")


def read_fees(text: str) -> dict[str, Fee]:
    """Read `EUR 1.5% + 0.25, USD 2.9% + 0.30`, by currency. Raises `FeesUnreadable`."""
    fees = {}
    for written in filter(None, (part.strip() for part in text.split(","))):
        found = _FEE.fullmatch(written)
        if not found or found[1] not in EXPONENTS:
            raise FeesUnreadable(written)
        fixed = Decimal(found[3] or 0) * units(found[1])
        if fixed != int(fixed):
            raise FeesUnreadable(written)
        fees[found[1]] = Fee(Decimal(found[2]), int(fixed))
    return fees


def fee_of(text: str, amount: int, currency: str) -> int | None:
    """Answer what `text` says is kept of `amount`; None for a currency of which it says nothing readable."""
    try:
        fee = read_fees(text).get(currency)
    except FeesUnreadable:
        return None
    return fee.of(amount) if fee else None
