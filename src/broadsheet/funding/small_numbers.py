"""What may be said in public about few people: nothing that could single one of them out. Pure.

Groups of fewer than `LEAST` people are put together until none is left, rather than left out: what is left out
can be reckoned from the whole (Hundepool et al., “Statistical Disclosure Control”, 2012, chapter 4).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

LEAST = 5
"""So many people are enough for a group of their own."""
ENOUGH_GIFTS = 10
"""So many gifts are enough to say how large they were."""

Label = TypeVar("Label")


@dataclass(frozen=True, kw_only=True)
class Group(Generic[Label]):
    """So many `gifts` of these `people`, of so many minor units together."""

    label: Label
    people: frozenset[int]
    gifts: int
    total: int

    @property
    def is_too_small(self) -> bool:
        """Whether somebody could be singled out in it."""
        return len(self.people) < LEAST

    def joined(self, other: "Group[Label]", *, label: Label) -> "Group[Label]":
        """Answer both together, as `label`. Who is in both counts once."""
        return Group(
            label=label,
            people=self.people | other.people,
            gifts=self.gifts + other.gifts,
            total=self.total + other.total,
        )


def merge_neighbours(
    groups: Sequence[Group[Label]], *, named: Callable[[Label, Label], Label]
) -> tuple[Group[Label], ...]:
    """Put groups that are too small together with the next one, under the name that `named` gives both.

    Groups of nobody are left out. Nothing is left of a whole that is too small itself.
    """
    merged: list[Group[Label]] = []
    for group in groups:
        if merged and group.people and merged[-1].is_too_small:
            before = merged.pop()
            merged.append(before.joined(group, label=named(before.label, group.label)))
        elif group.people:
            merged.append(group)
    while len(merged) > 1 and merged[-1].is_too_small:
        last = merged.pop()
        before = merged.pop()
        merged.append(before.joined(last, label=named(before.label, last.label)))
    return tuple(group for group in merged if not group.is_too_small)


def merge_smallest(groups: Sequence[Group[Label]], *, others: Label) -> tuple[Group[Label], ...]:
    """Put groups that are too small together as `others`, with the smallest of the rest if need be.

    Groups of nobody are left out. Nothing is left of a whole that is too small itself.
    """
    merged = sorted((group for group in groups if group.people), key=_largest_first)
    while len(merged) > 1 and merged[-1].is_too_small:
        smallest = merged.pop()
        merged.append(merged.pop().joined(smallest, label=others))
        merged.sort(key=_largest_first)
    return tuple(group for group in merged if not group.is_too_small)


def _largest_first(group: Group[Label]) -> tuple[int, int]:
    return (-len(group.people), -group.total)
