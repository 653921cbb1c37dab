"""What was forgotten while an answer was being made."""

from collections.abc import Iterable

# Beyond so many names it is cheaper to take everything for forgotten.
MOST_NAMES = 10_000


class Clock:
    """Counts the moments at which something was forgotten, and remembers when each name was, last.

    An answer that took from moment 3 to moment 5 is out of date if something it shows was forgotten after 3.
    """

    def __init__(self) -> None:
        """Begin at moment 0."""
        self.now = 0
        self.everything_at = 0
        self.forgotten_at: dict[str, int] = {}

    def forget(self, names: Iterable[str]) -> None:
        """A moment has come at which `names` were forgotten."""
        self.now += 1
        for name in names:
            self.forgotten_at[name] = self.now
        if len(self.forgotten_at) > MOST_NAMES:
            self.forget_everything()

    def forget_everything(self) -> None:
        """A moment has come at which everything was forgotten."""
        self.now += 1
        self.everything_at = self.now
        self.forgotten_at.clear()

    def is_current(self, names: Iterable[str], *, since: int) -> bool:
        """Whether nothing of `names` was forgotten after the moment `since`."""
        if self.everything_at > since:
            return False
        return all(self.forgotten_at.get(name, 0) <= since for name in names)
