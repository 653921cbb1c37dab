"""What is missing between files, by what they say was on the account before and after their entries.

Days alone say nothing: on weekends and holidays nothing is booked. Files that have a day in common overlap, and
what one of them lacks of that day the other has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .entry import Balance


@dataclass(frozen=True, kw_only=True)
class Period:
    """When the entries of a file, or of a statement in it, were booked, and its balances; `key` says which."""

    key: int = 0
    from_day: date
    to_day: date
    opening: Balance | None
    closing: Balance | None


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Between two periods entries are missing that come to `missing` minor units, negative if more went out.

    They came after `from_day` or late on it, and before `to_day` or early on it.
    """

    before: Period
    after: Period
    from_day: date
    to_day: date
    missing: int


def gaps(periods: Iterable[Period]) -> list[Gap]:
    """Find what is missing between `periods` of one account, the earliest first; nothing where none is known."""
    found = []
    latest: list[Period] = []
    for period in sorted(periods, key=lambda each: (each.from_day, each.to_day)):
        if latest and period.from_day > latest[0].to_day:
            found += _between(latest, period)
            latest = [period]
        elif not latest or period.to_day > latest[0].to_day:
            latest = [period]
        elif period.to_day == latest[0].to_day:
            latest.append(period)
    return found


def _between(latest: list[Period], period: Period) -> list[Gap]:
    """The gap after all those that reach the same day: none if it goes on where any of them ends."""
    before = latest[-1]
    closings = [each.closing for each in latest if each.closing]
    opening, closing = period.opening, before.closing
    if opening is None or closing is None or len(closings) < len(latest):
        return []
    if opening.amount in {each.amount for each in closings}:
        return []
    from_day = _told(closing, not_before=before.to_day, not_after=period.from_day) or before.to_day
    to_day = _told(opening, not_before=from_day, not_after=period.from_day) or period.from_day
    return [
        Gap(
            before=before,
            after=period,
            from_day=from_day,
            to_day=to_day,
            missing=opening.amount - closing.amount,
        )
    ]


def _told(balance: Balance, *, not_before: date, not_after: date) -> date | None:
    """The day for which the bank states it, unless it states none that can be."""
    on = balance.on
    return on if on is not None and not_before <= on <= not_after else None
