"""The ledger's digests, for everybody."""

from dataclasses import dataclass
from datetime import date

from broadsheet.funding.models import DayDigest

NEWEST = 100


@dataclass(frozen=True, kw_only=True)
class DigestLine:
    """The digest of `day` (UTC), on which so many `transfers` were posted."""

    day: date
    transfers: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class DigestsPage:
    """What `funding/digests_page.html` is given: the newest first; `total` is how many days there are."""

    lines: tuple[DigestLine, ...]
    total: int


def digests_page() -> DigestsPage:
    """Answer the newest digests. Two queries."""
    newest = DayDigest.objects.order_by("-day")[:NEWEST]
    return DigestsPage(
        lines=tuple(map(_line, newest)),
        total=DayDigest.objects.count(),
    )


def all_digests() -> tuple[DigestLine, ...]:
    """Answer all digests there are, the oldest first. One query."""
    return tuple(map(_line, DayDigest.objects.order_by("day")))


def _line(kept: DayDigest) -> DigestLine:
    return DigestLine(day=kept.day, transfers=kept.transfers, digest=kept.digest)
