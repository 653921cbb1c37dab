"""How sure one may be of a rate that was seen: intervals that hold the true one in 95 of 100 cases."""

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

Z = 1.959964  # 95 % of a normal distribution lie within so many deviations
RESAMPLES = 1_000
TAIL = 0.025


class Between(NamedTuple):
    """What was seen, and between what it may truly be."""

    seen: float
    low: float
    high: float


def share_between(hits: int, tries: int) -> Between:
    """The share of `hits` in `tries`, from 0 to 1 (Wilson's score interval; JASA 22, 1927).

    `tries` are more than 0, and taken for no fewer than the hits.
    """
    tries = max(tries, hits)
    share = hits / tries
    middle = (share + Z * Z / (2 * tries)) / (1 + Z * Z / tries)
    reach = (
        Z
        / (1 + Z * Z / tries)
        * math.sqrt(share * (1 - share) / tries + Z * Z / (4 * tries * tries))
    )
    return Between(share, max(0.0, middle - reach), min(1.0, middle + reach))


def difference_between(first: Between, second: Between) -> Between:
    """By how much the `first` share is greater (Newcombe's method 10; Statistics in Medicine 17, 1998)."""
    difference = first.seen - second.seen
    low = math.hypot(first.seen - first.low, second.high - second.seen)
    high = math.hypot(first.high - first.seen, second.seen - second.low)
    return Between(difference, difference - low, difference + high)


def mean_between(days: Sequence[tuple[int, int]]) -> Between:
    """What one view brings, of `days` that each have views and an amount; some have views.

    Days are drawn again and again from those there were, and the ratio is taken of each drawing (the bootstrap's
    percentile interval; Efron, Annals of Statistics 7, 1979). Days, because views of one day are not
    independent. Drawn from the same seed, so the same days always answer the same.
    """
    draw = random.Random(1979)  # noqa: S311 - nothing secret
    means = sorted(
        _ratio(draw.choices(days, k=len(days))) for _ in range(RESAMPLES if len(days) > 1 else 1)
    )
    return Between(
        _ratio(days), means[int(len(means) * TAIL)], means[math.ceil(len(means) * (1 - TAIL)) - 1]
    )


def _ratio(days: Sequence[tuple[int, int]]) -> float:
    views = sum(seen for seen, _ in days)
    return sum(amount for _, amount in days) / views if views else 0.0
