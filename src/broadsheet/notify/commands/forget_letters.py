from datetime import datetime, timedelta

from broadsheet.notify.models import QueuedLetter

KEPT_FOR = timedelta(days=30)


def forget_letters(*, at: datetime) -> int:
    """Delete the rows of letters sent or given up that were written more than 30 days ago; answer how many.

    Until then they answer the question “did you ever write to me?”.
    """
    old = QueuedLetter.objects.filter(next_try_at=None, made_at__lt=at - KEPT_FOR)
    return old.delete()[0]
