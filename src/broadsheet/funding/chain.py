"""The chain of digests: what makes a silent change of the ledger evident to whoever kept one of them.

The digest of a day is SHA-256 over the digest before it and over every transfer posted on that day (UTC), each
as one line of JSON, in the order of their keys in the table. So it stands for all that was posted until then,
as in a hash-linked time stamp (Haber, Stornetta: “How to time-stamp a digital document”, 1991).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from .models import Transfer

BEGINNING = "0" * 64
"""What stands for the digest before the first."""

FIELDS = (
    "id",
    "key",
    "kind",
    "debit__code",
    "credit__code",
    "amount",
    "currency",
    "happened_at",
    "posted_at",
    "campaign_id",
    "counts_on",
    "counted",
    "rate",
    "donation_id",
    "event_id",
    "actor_id",
    "reason",
    "reverses_id",
)
"""What a line holds, in this order, for good: another order is another digest."""
_POSTED_AT = FIELDS.index("posted_at")


class Day(NamedTuple):
    """A day (UTC) on which something was posted: how much, and the digest of it all until then."""

    day: date
    transfers: int
    digest: str


def days(
    *, after: date | None = None, before: date | None = None, digest: str = BEGINNING
) -> Iterator[Day]:
    """Reckon the digests of the days after `after`, whose digest is `digest`, and before `before`. One query."""
    posted = Transfer.objects.all()
    if after is not None:
        posted = posted.filter(posted_at__gte=_midnight(after + timedelta(days=1)))
    if before is not None:
        posted = posted.filter(posted_at__lt=_midnight(before))
    rows = posted.values_list(*FIELDS).order_by("posted_at", "pk").iterator()
    for day, of_day in groupby(rows, key=lambda row: row[_POSTED_AT].astimezone(UTC).date()):
        lines = sorted(of_day, key=lambda row: row[0])
        digest = digest_of(digest, map(written, lines))
        yield Day(day, len(lines), digest)


def digest_of(before: str, lines: Iterable[str]) -> str:
    """Answer the digest of a day on which `lines` were posted, `before` being the one before it."""
    sum_ = hashlib.sha256(before.encode())
    for line in lines:
        sum_.update(f"\n{line}".encode())
    return sum_.hexdigest()


def written(row: Iterable[Any]) -> str:
    """Answer a transfer's `FIELDS` as one line: JSON without spaces; moments in UTC, rates with nine decimals."""
    return json.dumps([_plain(value) for value in row], ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> str | int | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value if value is None or isinstance(value, int | str) else str(value)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
