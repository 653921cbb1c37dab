"""How often is too often: the shape of a limit, and how an operator writes another one.

The apps declare theirs in `<app>/limits.py`; `core.limits` counts. Here nothing asks a database, because
the supervisor reads options too.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

UNITS = {"s": 1, "min": 60, "h": 60 * 60, "d": 24 * 60 * 60}

MOST_TIMES = 1_000_000
LONGEST_SECONDS = 366 * UNITS["d"]

OFF = "off"
ALL = "all"

_RULE = re.compile(
    r"(?P<times>\d{1,7})\s*/\s*(?P<count>\d{0,7})\s*(?P<unit>s|min|h|d)"
    r"(?:\s+burst\s+(?P<burst>\d{1,7}))?"
)


class LimitsRefused(ValueError):
    """What an operator wrote is no limit; the message is a sentence for them."""


@dataclass(frozen=True)
class Limit:
    """At most `times` in `per_seconds`, on the average; after a rest, `burst` of them at once.

    Without a `burst` all `times` may come at once. `name` is what an operator changes it by, `help` says
    what it limits, and for whom.
    """

    name: str
    times: int
    per_seconds: int
    burst: int | None = None
    help: str = ""

    @property
    def at_once(self) -> int:
        """How many may come at once after a rest."""
        return self.burst or self.times

    @property
    def pause(self) -> timedelta:
        """The time that pays for one more, to the microsecond."""
        return timedelta(seconds=self.per_seconds) / self.times

    def __str__(self) -> str:
        """As an operator writes it: 5/1h, or 2/1s burst 10."""
        unit = next(
            unit for unit, seconds in reversed(UNITS.items()) if self.per_seconds % seconds == 0
        )
        rule = f"{self.times}/{self.per_seconds // UNITS[unit]}{unit}"
        return rule if self.at_once == self.times else f"{rule} burst {self.burst}"


Rules = Mapping[str, Limit | None]


def read_limits(text: str) -> Rules:
    """Answer what `text` ("post-guest=5/1h, vote=off") says about limits by name; None is off.

    "off" alone switches all of them off; `all=…` is every one that is not named. Raises `LimitsRefused`.
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    if words == [OFF]:
        return {ALL: None}
    rules: dict[str, Limit | None] = {}
    for word in words:
        name, equals, rule = (part.strip() for part in word.partition("="))
        if not equals:
            raise LimitsRefused(f"{word!r} is not a limit such as post-guest=5/1h or vote=off.")
        if name in rules:
            raise LimitsRefused(f"{name} is there twice.")
        rules[name] = None if rule == OFF else _read_rule(name, rule)
    return rules


def refuse_unknown(rules: Rules, *, known: Collection[Limit]) -> None:
    """Raise `LimitsRefused` for the first of `rules` whose name is not that of a `known` limit."""
    names = {limit.name for limit in known}
    for name in rules:
        if name not in names and name != ALL:
            raise LimitsRefused(f"{name!r} is not a limit; docs/operating/limits.md lists them.")


def in_force(limit: Limit, text: str) -> Limit | None:
    """Answer `limit` as `text`, the operator's word, would have it; None where it does not hold."""
    rules = _remembered(text)
    rule = rules[limit.name] if limit.name in rules else rules.get(ALL, limit)
    if rule is None or rule is limit:
        return rule
    return replace(rule, name=limit.name)


def _read_rule(name: str, rule: str) -> Limit:
    found = _RULE.fullmatch(rule)
    if found is None:
        raise LimitsRefused(
            f"{name}={rule} cannot be read: write it as 5/1h, 2/1s burst 10, or off; units are "
            f"{', '.join(UNITS)}."
        )
    times = int(found["times"])
    per_seconds = int(found["count"] or 1) * UNITS[found["unit"]]
    burst = int(found["burst"]) if found["burst"] else None
    if not 1 <= times <= MOST_TIMES or burst == 0 or (burst or 1) > MOST_TIMES:
        raise LimitsRefused(f"{name}={rule}: between 1 and {MOST_TIMES} times can be counted.")
    if not 1 <= per_seconds <= LONGEST_SECONDS:
        raise LimitsRefused(f"{name}={rule}: the time must be between one second and 366 days.")
    return Limit(name, times, per_seconds, burst)


_remembered = lru_cache(maxsize=16)(read_limits)
