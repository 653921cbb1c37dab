"""Comments in an order in which they can be written down: every parent before its replies.

Only keys, moments and places in a temporary file are in memory (some 300 bytes for each comment of
one article); the words wait in the file, on disk if there are many.
"""

import heapq
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import Any, Self

IN_MEMORY = 2_000_000
"""Bytes of words kept in memory before they go to disk."""


@dataclass(slots=True)
class Waiting:
    """A comment whose words wait in the file."""

    key: str
    parent_key: str | None
    posted_at: datetime
    position: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment in its turn. `parent_key` is None if its parent was `misplaced`: not there, or a loop."""

    content: dict[str, Any]
    parent_key: str | None
    misplaced: str = ""


class Threads:
    """The comments of one article: put in as they come, taken out parents first, then by date.

    A context manager, because the file must be closed; `clear` makes room for the next article.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.waiting: dict[str, Waiting] = {}
        self.file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by `__exit__`

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.file.close()

    def clear(self) -> None:
        """Forget all comments."""
        self.waiting.clear()
        self.file.seek(0)
        self.file.truncate()

    def __len__(self) -> int:
        return len(self.waiting)

    def put(
        self, *, key: str, parent_key: str | None, posted_at: datetime, content: dict[str, Any]
    ) -> bool:
        """Keep a comment whose `content` JSON can hold; answers whether its key is new."""
        if key in self.waiting:
            return False
        position = self.file.seek(0, 2)
        self.file.write(json.dumps(content).encode() + b"\n")
        self.waiting[key] = Waiting(key, parent_key, posted_at, position)
        return True

    def take(self) -> Iterator[Placed]:
        """Every comment, parents first, otherwise the earliest first; then none are left.

        Kahn's algorithm over a heap. Who answers somebody not here stands alone; so does the
        earliest of those who answer each other in a circle.
        """
        replies: dict[str, list[Waiting]] = defaultdict(list)
        ready: list[tuple[datetime, int, Waiting, str]] = []
        for comment in self.waiting.values():
            if comment.parent_key is None:
                ready.append((comment.posted_at, comment.position, comment, ""))
            elif comment.parent_key in self.waiting:
                replies[comment.parent_key].append(comment)
            else:
                ready.append((comment.posted_at, comment.position, comment, "missing"))
        heapq.heapify(ready)
        by_date = iter(sorted(self.waiting.values(), key=lambda c: (c.posted_at, c.position)))
        while ready or self.waiting:
            if not ready:
                first = next(comment for comment in by_date if comment.key in self.waiting)
                replies[first.parent_key or ""].remove(first)
                ready.append((first.posted_at, first.position, first, "circle"))
            *_order, comment, misplaced = heapq.heappop(ready)
            del self.waiting[comment.key]
            for reply in replies.pop(comment.key, ()):
                heapq.heappush(ready, (reply.posted_at, reply.position, reply, ""))
            yield Placed(self.read(comment), None if misplaced else comment.parent_key, misplaced)

    def read(self, comment: Waiting) -> dict[str, Any]:
        self.file.seek(comment.position)
        content: dict[str, Any] = json.loads(self.file.readline())
        return content
