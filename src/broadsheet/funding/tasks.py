"""Work for later; each job calls one command."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import commands


@app.periodic(cron="* * * * *")
@app.task(
    name="funding.act_on_due_events",
    queueing_lock="funding.act_on_due_events",
    pass_context=False,
)
def act_on_due_events(timestamp: int) -> None:
    """Every minute: what providers told us and could not be acted upon at once."""
    commands.act_on_due_events(at=timezone.now())
