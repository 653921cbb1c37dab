"""What came of a file, or would come of it, for a person to read."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import tzinfo

from .reasons import Reason
from .records import Fitted, HistoricGift, Invited, LeftOut, RunningPledge

MOST_SHOWN = 20
"""Of rows that are left out for the same reason."""


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Of new gifts in one currency, in its minor units: what they come to, and what went back of them."""

    gifts: int = 0
    amount: int = 0
    cover: int = 0
    fees: int = 0
    returned: int = 0

    def with_gift(self, gift: HistoricGift) -> "Sums":
        """Answer them with one more."""
        return Sums(
            gifts=self.gifts + 1,
            amount=self.amount + gift.amount,
            cover=self.cover + gift.cover,
            fees=self.fees + (gift.fee or 0),
            returned=self.returned + gift.returned,
        )


@dataclass
class ImportReport:
    """Counts of the rows that went by. `months` are of new gifts, by currency and month (`2025-03`)."""

    zone: tzinfo
    rows: int = 0
    known: int = 0
    gifts: int = 0
    pledges: int = 0
    ending: int = 0
    """Of the pledges, those that are cancelled and run until what is paid for is over."""
    invitations: int = 0
    sums: dict[str, Sums] = field(default_factory=lambda: defaultdict(Sums))
    months: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: Counter[Reason] = field(default_factory=Counter)
    shown: dict[Reason, list[LeftOut]] = field(default_factory=lambda: defaultdict(list))

    def count(self, batch: Iterable[Fitted]) -> None:
        """Count some more rows."""
        for row in batch:
            self.rows += 1
            if isinstance(row.record, LeftOut):
                self._leave_out(row.record)
            elif row.is_known:
                self.known += 1
            elif isinstance(row.record, HistoricGift):
                self._count_gift(row.record)
            elif isinstance(row.record, RunningPledge):
                self.pledges += 1
                self.ending += row.record.ends_on is not None
            elif isinstance(row.record, Invited):
                self.invitations += 1

    @property
    def new(self) -> int:
        """How many rows are taken over."""
        return self.gifts + self.pledges + self.invitations

    def numbers(self) -> dict[str, int | dict[str, int]]:
        """What is kept of it: no word of the file."""
        return {
            "rows": self.rows,
            "known": self.known,
            "gifts": self.gifts,
            "pledges": self.pledges,
            "invitations": self.invitations,
            "left_out": {reason.value: count for reason, count in self.left_out.items()},
        }

    def _count_gift(self, gift: HistoricGift) -> None:
        self.gifts += 1
        self.sums[gift.currency] = self.sums[gift.currency].with_gift(gift)
        month = gift.given_at.astimezone(self.zone).strftime("%Y-%m")
        self.months[gift.currency, month] += gift.amount

    def _leave_out(self, row: LeftOut) -> None:
        self.left_out[row.reason] += 1
        if len(self.shown[row.reason]) < MOST_SHOWN:
            self.shown[row.reason].append(row)
