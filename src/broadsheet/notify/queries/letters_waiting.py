from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Q

from broadsheet.notify.models import QueuedLetter
from broadsheet.notify.options import SMTP_URL

LATE_AFTER = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class LettersWaiting:
    """Whether letters leave. Serves `notify/letters_panel.html`, at the desk.

    `number` wait, since `oldest_at`; `trouble` is why the latest of them could not be sent.
    """

    has_way_out: bool
    number: int
    oldest_at: datetime | None
    trouble: str
    is_late: bool


def letters_waiting(*, at: datetime) -> LettersWaiting:
    """How many letters wait, and why. Two queries."""
    waiting = QueuedLetter.objects.waiting()
    found = waiting.aggregate(
        number=Count("pk"), oldest_at=Min("made_at"), last=Max("pk", filter=~Q(trouble=""))
    )
    trouble = waiting.filter(pk=found["last"]).values_list("trouble", flat=True).first() or ""
    oldest_at = found["oldest_at"]
    return LettersWaiting(
        has_way_out=bool(SMTP_URL.value),
        number=found["number"],
        oldest_at=oldest_at,
        trouble=trouble,
        is_late=oldest_at is not None and oldest_at < at - LATE_AFTER,
    )
