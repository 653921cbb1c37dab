"""What people leave in the apps above, which accounts does not know: a registry that those apps fill.

An app that keeps something of people registers a `Belongings` when it is ready. The commands that concern a
whole person (`merge_people`, `confirm_email`, `export_person`, `erase_person`) ask all of them, in the order in
which they registered, inside their transaction (but for `erase_ahead`): so nothing of it can be lost, as an
event could.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from .models import User

Moved = dict[str, Any]
"""What went from one person to another, as JSON can hold it: what `give_back` and `summary` need to know.

Where nothing went, all its values are false.
"""


class Belongings(ABC):
    """What one app keeps of people. Everything runs inside the caller's transaction.

    Whoever keeps anything has to hand it out and to erase it; of the rest, what an app leaves out it has none of.
    """

    name: ClassVar[str]
    """Under which it stands in an export and in the record of a merge: the app's label in short."""

    def hold(self, *, sources: Sequence[User], target: User) -> None:
        """Lock all rows that `move` of each of `sources` may change, in the one order in which they are locked."""

    def move(self, *, source: User, target: User) -> Moved:
        """Make all that is `source`'s `target`'s; done again, it moves what has come since. Answers what moved."""
        return {}

    def give_back(self, moved: Moved, *, source: User, target: User) -> None:
        """Make what `move` moved `source`'s again, as far as it is still `target`'s."""

    def summary(self, moved: Moved) -> str:
        """What moved, in a few words that can stand in a list ("27 comments from 2021"); empty for nothing."""
        return ""

    def census(self, person: User) -> Moved:
        """Answer what `move` would say of all that is `person`'s, and move nothing."""
        return {}

    def excerpts(self, person: User, *, number: int) -> list[str]:
        """The beginnings of the latest words of `person`, by which they know them again; at most so many."""
        return []

    def strengthened(self, person: User) -> None:
        """Act on that the strength of `person` has risen, or that they have got what was a weaker one's."""

    @abstractmethod
    def export(self, person: User) -> dict[str, Any]:
        """Answer all that is kept of `person`, as JSON can hold it; what may be long as an iterator, read once."""

    def erase_ahead(self, person: User, *, keep_words: bool, at: datetime) -> None:
        """Begin with what takes long, piece by piece, each in a transaction of its own: `erase` does the rest.

        The one method that is called outside a transaction, so that nobody waits for the whole of it.
        """

    @abstractmethod
    def erase(self, person: User, *, keep_words: bool, at: datetime) -> None:
        """Take away what says who `person` is; their words, too, unless they are to stay without a name."""


_registered: dict[str, Belongings] = {}


def register(belongings: Belongings) -> None:
    """Let every command that concerns a whole person ask `belongings`. Twice is once."""
    _registered[belongings.name] = belongings


def all_belongings() -> Iterator[Belongings]:
    """What has been registered, in that order."""
    yield from _registered.values()


def belongings_named(name: str) -> Belongings | None:
    """What has been registered under `name`, if its app is still there."""
    return _registered.get(name)


def in_words(moved: Mapping[str, Moved]) -> list[str]:
    """What `move` or `census` answered, by names of apps, in a few words for each app that has something."""
    said = [(belongings_named(name), what) for name, what in moved.items()]
    return [
        words for belongings, what in said if belongings and (words := belongings.summary(what))
    ]


def census(person: User) -> dict[str, Moved]:
    """What every app keeps of `person`, as the record of a merge would have it."""
    return {belongings.name: belongings.census(person) for belongings in all_belongings()}


def excerpts(person: User, *, number: int) -> list[str]:
    """The beginnings of the latest words of `person` in every app; at most so many."""
    found = [belongings.excerpts(person, number=number) for belongings in all_belongings()]
    return [words for app in found for words in app][:number]


def tell_strengthened(person: User) -> None:
    """Tell every app that the strength of `person` has risen, inside the transaction in which it did."""
    for belongings in all_belongings():
        belongings.strengthened(person)
