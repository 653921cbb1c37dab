"""Money: whole minor units of a currency, never a float."""

from collections.abc import Sequence
from dataclasses import dataclass

LARGEST = 10**12
"""Minor units no single amount may exceed: far below what a BIGINT holds, so that sums do not overflow."""


class CurrenciesDiffer(Exception):
    """Money of two currencies was added or compared."""


@dataclass(frozen=True, slots=True)
class Money:
    """So many `minor` units (cents; yen) of a `currency` (ISO 4217, in capitals). May be negative."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        """Both together. Raises `CurrenciesDiffer`."""
        return Money(self.minor + self._minor_of(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        """What is left. Raises `CurrenciesDiffer`."""
        return Money(self.minor - self._minor_of(other), self.currency)

    def __neg__(self) -> "Money":
        """The same, owed."""
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        """Whether it is less. Raises `CurrenciesDiffer`."""
        return self.minor < self._minor_of(other)

    def __le__(self, other: "Money") -> bool:
        """Whether it is not more. Raises `CurrenciesDiffer`."""
        return self.minor <= self._minor_of(other)

    def split(self, shares: Sequence[int]) -> list["Money"]:
        """Divide it by `shares`, to the last minor unit: the largest remainders get what is left over.

        `shares` are not negative and not all 0. Raises `ValueError`.
        """
        total = sum(shares)
        if total <= 0 or min(shares) < 0:
            raise ValueError("Shares must not be negative, nor all 0.")
        parts = [self.minor * share // total for share in shares]
        remainders = [self.minor * share % total for share in shares]
        by_remainder = sorted(range(len(shares)), key=lambda place: -remainders[place])
        for place in by_remainder[: self.minor - sum(parts)]:
            parts[place] += 1
        return [Money(part, self.currency) for part in parts]

    def _minor_of(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise CurrenciesDiffer(f"{self.currency} and {other.currency}")
        return other.minor
