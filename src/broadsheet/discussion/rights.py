"""What people may do by the strength of their identity, as the newsroom has set it at the desk.

Asked with every comment and vote, so the table is kept in memory: for a second, or until it is changed in
this process. Who works here has every right, whatever the table says, and nobody imported has any.
"""

import time

from broadsheet.accounts.models import Strength, User

from .models import Grant, Right

REMEMBERED_SECONDS = 1.0

Grants = frozenset[tuple[str, str]]

_kept: tuple[Grants, float] | None = None
_forgotten = 0


def has_right(person: User, right: Right) -> bool:
    """Whether `person`, whoever and however banned they are, has this right."""
    return person.is_staff or strength_has(person.strength, right)


def strength_has(strength: str, right: Right) -> bool:
    """Whether people of this strength have this right. At most one query in a second."""
    return (strength, right.value) in granted()


def granted() -> Grants:
    """Answer all pairs of a strength and a right that it has, at most one second old."""
    global _kept  # noqa: PLW0603 - one process, one memory
    kept, now, forgotten = _kept, time.monotonic(), _forgotten
    if kept is not None and now <= kept[1]:
        return kept[0]
    rows = frozenset(Grant.objects.values_list("strength", "right"))
    if forgotten == _forgotten:  # else the table may have changed while it was read
        _kept = (rows, now + REMEMBERED_SECONDS)
    return rows


def forget_rights() -> None:
    """Look again the next time somebody asks: the table was changed."""
    global _kept, _forgotten  # noqa: PLW0603
    _forgotten += 1
    _kept = None


def who_can_have_rights() -> tuple[Strength, ...]:
    """Answer the strengths of those who act, weakest first."""
    return tuple(strength for strength in Strength if strength != Strength.IMPORTED)
