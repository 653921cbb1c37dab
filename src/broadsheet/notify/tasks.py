"""Work for later; each job calls one command."""

from datetime import UTC, datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from . import commands
from .commands.queue_letter import DELIVERY


@app.task(name=DELIVERY, pass_context=False)
def deliver_letter(letter_id: int) -> None:
    """Send a letter that was just written."""
    commands.deliver_letter(letter_id=letter_id, at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(
    name="notify.deliver_due_letters",
    queueing_lock="notify.deliver_due_letters",
    pass_context=False,
)
def deliver_due_letters(timestamp: int) -> None:
    """Every minute: the letters that could not be sent at once."""
    commands.deliver_due_letters(at=timezone.now())


@app.periodic(cron="17 4 * * *")
@app.task(name="notify.forget_letters", pass_context=False)
def forget_letters(timestamp: int) -> None:
    """Every night: the rows of letters a month old."""
    commands.forget_letters(at=datetime.fromtimestamp(timestamp, tz=UTC))
