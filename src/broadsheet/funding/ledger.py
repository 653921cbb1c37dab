"""What the accounts say about one gift, and how much of it counts on a meter. Pure: asks nobody.

A gift counts what was given of it, without what covers its fee, and less the gift's share of what went back. As
this is reckoned from the balances of accounts, it is the same in whichever order its facts were learnt, and
refunds of a cent each take off exactly the gift in the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from .facts import CHARGEBACKS, DISPUTED, FEE_COVER, GIFTS, REFUNDS, TEST

RETURNING = frozenset({"refund", "refund_failed", "withdrawn", "won", "lost", "reversal"})
"""The kinds of transfers by which something of a gift goes back, or is put back."""

_GONE = {REFUNDS, CHARGEBACKS, DISPUTED}


@dataclass(frozen=True, kw_only=True)
class Balances:
    """Of one gift, in its minor units: what was `given`, what `covered` the fee, and what went back of both."""

    given: int = 0
    covered: int = 0
    returned: int = 0

    def after(self, *, debit: str, credit: str, amount: int) -> "Balances":
        """Answer them after one more transfer between the accounts of these codes."""
        return self.moved(credit, -amount).moved(debit, amount)

    def moved(self, code: str, amount: int) -> "Balances":
        """Answer them after `amount` was debited to the account `code`; credited where negative."""
        plain = code.removeprefix(TEST)
        return Balances(
            given=self.given - (amount if plain == GIFTS else 0),
            covered=self.covered - (amount if plain == FEE_COVER else 0),
            returned=self.returned + (amount if plain in _GONE else 0),
        )


def balances(transfers: Iterable[tuple[str, str, int]]) -> Balances:
    """Answer what `transfers` of one gift come to, each the codes of its debit and credit and its amount."""
    found = Balances()
    for debit, credit, amount in transfers:
        found = found.after(debit=debit, credit=credit, amount=amount)
    return found


def counted(held: Balances, *, rate: Decimal | None = None) -> int:
    """Answer how much of a gift counts, in minor units of its campaign's currency; never below 0.

    Of what went back, the gift bears its share, rounded down until all is back. `rate` is what one minor unit
    of the gift's currency is worth there, halves rounded to even (IEEE 754); None where it is the same one.
    """
    paid = held.given + held.covered
    if held.given <= 0:
        return 0
    left = held.given - held.given * min(max(held.returned, 0), paid) // paid
    if rate is None:
        return left
    return int((left * rate).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
