"""What one article could not keep, gathered and then told once for each kind."""

from collections import Counter
from collections.abc import Iterator

from broadsheet.exchange.archive import Loss, LossKind


class Notes:
    """Losses of one `item`, each said once with how often it happened."""

    def __init__(self, item: str) -> None:
        """Gather what `item`, a name for a person, loses."""
        self.item = item
        self.counted: Counter[tuple[LossKind, str, str]] = Counter()

    def left_out(self, what: str, detail: str) -> None:
        """Something is not there any more."""
        self.counted[LossKind.LEFT_OUT, what, detail] += 1

    def changed(self, what: str, detail: str) -> None:
        """Something is there, but not as it was."""
        self.counted[LossKind.CHANGED, what, detail] += 1

    def losses(self) -> Iterator[Loss]:
        """What was gathered, as records."""
        for (kind, what, detail), times in self.counted.items():
            often = f" (×{times})" if times > 1 else ""
            yield Loss(kind=kind, what=what, item=self.item, detail=f"{detail}{often}")
