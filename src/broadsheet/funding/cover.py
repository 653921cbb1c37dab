"""What a donor adds so that the gift arrives whole: not the fee, but the fee of both together.

Of 250.00 a fee of 2.9 % and 0.30 takes 7.55; of 257.55 it takes 7.77, and 249.78 arrive. So it is 7.78.
"""

from collections.abc import Callable

from .money import LARGEST

FeeOf = Callable[[int], int | None]


def cover_for(amount: int, *, fee_of: FeeOf) -> int | None:
    """Answer the least that has to be added to `amount`, so that no less of it is left after the fee.

    `fee_of` answers the fee of a gross amount, which never falls as that rises, nor rises faster; None where
    nobody knows it: then None is answered, as where the two together would be more than `LARGEST`.
    """
    if fee_of(amount) is None:
        return None

    def suffices(gross: int) -> bool:
        return gross - (fee_of(gross) or 0) >= amount

    low, high = amount, amount
    while not suffices(high):
        low, high = high + 1, 2 * high
        if low > LARGEST:
            return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if suffices(middle) else (middle + 1, high)
    return low - amount
