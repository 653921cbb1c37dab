"""Answers kept in memory: bounded in bytes, the least recently used forgotten first."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .answer import Answer


class Key(NamedTuple):
    """What was asked: `query` is canonical (`reads`), `form` is "" for a page, "fragment", "json" or "shell".

    A bare tuple of the three is as good, and made faster.
    """

    path: str
    query: bytes
    form: str


Asked = tuple[str, bytes, str]


@dataclass(slots=True)
class Entry:
    """An answer in memory. Moments are `time.monotonic`'s, in seconds."""

    answer: Answer
    fresh_until: float
    refresh_at: float
    size: int = 0


class Memory:
    """At most `most_bytes` of answers."""

    def __init__(self, most_bytes: int) -> None:
        """Begin empty."""
        self.most_bytes = most_bytes
        self.bytes = 0
        self.entries: OrderedDict[Asked, Entry] = OrderedDict()
        self.shown_by: dict[str, set[Asked]] = {}

    def get(self, asked: Asked) -> Entry | None:
        """Answer what is kept for what was `asked`, whatever its age."""
        entry = self.entries.get(asked)
        if entry is not None:
            self.entries.move_to_end(asked)
        return entry

    def put(self, key: Key, entry: Entry) -> None:
        """Keep `entry`, unless it alone is more than a quarter of all that may be kept."""
        self._forget(key)
        entry.size = entry.answer.size
        if entry.size * 4 > self.most_bytes:
            return
        self.entries[key] = entry
        self.bytes += entry.size
        for name in entry.answer.keys:
            self.shown_by.setdefault(name, set()).add(key)
        self._make_room()

    def weigh(self, asked: Asked, entry: Entry) -> None:
        """Count anew what `entry` takes, after another form of it was compressed."""
        if self.entries.get(asked) is entry:
            self.bytes += entry.answer.size - entry.size
            entry.size = entry.answer.size
            self._make_room()

    def drop(self, names: Iterable[str]) -> None:
        """Forget every answer that shows what one of `names` names."""
        for name in names:
            for key in tuple(self.shown_by.get(name, ())):
                self._forget(key)

    def clear(self) -> None:
        """Forget everything."""
        self.entries.clear()
        self.shown_by.clear()
        self.bytes = 0

    def _make_room(self) -> None:
        while self.bytes > self.most_bytes:
            self._forget(next(iter(self.entries)))

    def _forget(self, key: Asked) -> None:
        entry = self.entries.pop(key, None)
        if entry is None:
            return
        self.bytes -= entry.size
        for name in entry.answer.keys:
            keys = self.shown_by[name]
            keys.discard(key)
            if not keys:
                del self.shown_by[name]
