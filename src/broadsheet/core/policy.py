"""Who may do what: the machinery of the permission tables (`<app>/policy.py`).

A table maps each permission to rows of predicates. Any row wins; in a row, every predicate must hold.
The shape is that of hypothesis/h's permission map.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from broadsheet.core.errors import NotAllowed

Predicate = Callable[[Any, Any], bool]


class Policy:
    """One app's permission table.

    Predicates are functions `(actor, thing)`, named to complete "the actor …".
    """

    def __init__(self, table: Mapping[StrEnum, Sequence[Sequence[Predicate]]]) -> None:
        """Take the whole `table`; a permission that is not in it is a programming error, not a refusal."""
        self.table = table

    def allows(self, permission: StrEnum, actor: object, thing: object = None) -> bool:
        """Whether `actor` may do this to `thing`."""
        return any(all(holds(actor, thing) for holds in row) for row in self.table[permission])

    def require(self, permission: StrEnum, actor: object, thing: object = None) -> None:
        """Raise `NotAllowed` unless `actor` may do this to `thing`."""
        if not self.allows(permission, actor, thing):
            raise NotAllowed
