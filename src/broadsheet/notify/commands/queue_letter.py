import uuid
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from procrastinate.contrib.django import app

from broadsheet.core.mail import Letter
from broadsheet.notify.models import QueuedLetter
from broadsheet.notify.wording import words_of

DELIVERY = "notify.deliver_letter"
"""The name of the job that sends one letter (`tasks.py`)."""

AHEAD = 10
"""Before other jobs: somebody waits for a code."""


@transaction.atomic
def queue_letter(*, letter: Letter, at: datetime) -> QueuedLetter:
    """Write `letter` down and have it sent once the transaction that is its reason has committed.

    The job is deferred in that transaction. Raises `ValueError` if `to` is not an address.
    """
    try:
        validate_email(letter.to)
    except ValidationError:
        raise ValueError("A letter must go to an address.") from None
    words = words_of(letter)
    queued = QueuedLetter.objects.create(
        to=letter.to,
        template=letter.template,
        subject=words.subject,
        text=words.text,
        html=words.html,
        message_id=_new_message_id(),
        made_at=at,
        good_until=letter.good_until,
        leaves_no_trace=letter.leaves_no_trace,
        next_try_at=at,
    )
    app.configure_task(DELIVERY, priority=AHEAD).defer(letter_id=queued.pk)
    return queued


def _new_message_id() -> str:
    """RFC 5322, section 3.6.4: ours alone, by our host's name and 122 random bits."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return f"<{uuid.uuid4()}@{host}>"
