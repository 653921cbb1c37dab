import time
from datetime import datetime

from broadsheet.notify.models import QueuedLetter

from .deliver_letter import deliver_letter

ROUND_SECONDS = 45
MOST_AT_ONCE = 500


def deliver_due_letters(*, at: datetime) -> int:
    """Try every letter that is due, the longest waiting first, as long as the server takes any.

    Answers how many were tried. Ends after 45 s; the next round goes on.
    """
    end_at = time.monotonic() + ROUND_SECONDS
    due = QueuedLetter.objects.due(at=at).order_by("next_try_at", "pk")
    tried = 0
    for letter_id in due.values_list("pk", flat=True)[:MOST_AT_ONCE]:
        if time.monotonic() > end_at:
            break
        if not deliver_letter(letter_id=letter_id, at=at, is_round=True):
            break
        tried += 1
    return tried
