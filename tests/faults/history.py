"""Everything that was asked, and what was answered: the log that the checker believes."""

import json
import time
from dataclasses import asdict, dataclass, field


@dataclass
class Operation:
    """One thing a client wanted, until it knows what became of it.

    `outcome` is "invoked" (still under way), "ok" (acknowledged), "refused" (a 4xx: certainly not done) or
    "unknown" (given up). `doubts` counts the attempts of which nobody knows whether they were carried out; a
    refusal after a doubt may only mean that the earlier attempt had succeeded. `comment` is the id it concerns or
    made, `value` the words or the vote. Times are `time.monotonic()`.
    """

    number: int
    client: str
    kind: str
    key: str
    value: str | int
    comment: int | None = None
    parent: int | None = None
    outcome: str = "invoked"
    status: int = 0
    doubts: int = 0
    attempts: int = 0
    began: float = field(default_factory=time.monotonic)
    ended: float = 0.0

    @property
    def was_done(self):
        """Whether it was acknowledged."""
        return self.outcome == "ok"

    @property
    def may_have_been_done(self):
        """Whether it cannot be excluded that it was carried out, though nobody said so."""
        return self.outcome != "ok" and self.doubts > 0


class History:
    """All operations of a run, in the order in which they began."""

    def __init__(self):
        self.operations: list[Operation] = []
        self.statuses: dict[int, int] = {}

    def begin(self, client, kind, *, value, comment=None, parent=None, key=""):
        """Write down that something is wanted."""
        operation = Operation(
            number=len(self.operations),
            client=client,
            kind=kind,
            key=key,
            value=value,
            comment=comment,
            parent=parent,
        )
        self.operations.append(operation)
        return operation

    def of(self, *kinds):
        return [operation for operation in self.operations if operation.kind in kinds]

    def acknowledged(self):
        return [operation for operation in self.operations if operation.was_done]

    def count_status(self, status):
        self.statuses[status] = self.statuses.get(status, 0) + 1

    def write(self, path):
        """Keep the log, one operation a line."""
        with path.open("w") as file:
            for operation in self.operations:
                file.write(json.dumps(asdict(operation)) + "\n")
