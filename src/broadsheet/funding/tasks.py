"""Work for later; each job calls one command."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import commands
from .commands.upload_import import FINISHING

PERSISTENT = RetryStrategy(max_attempts=12, exponential_wait=2)
"""Two hours of trying, should the database be away."""


@app.periodic(cron="* * * * *")
@app.task(
    name="funding.act_on_due_events",
    queueing_lock="funding.act_on_due_events",
    pass_context=False,
)
def act_on_due_events(timestamp: int) -> None:
    """Every minute: what providers told us and could not be acted upon at once."""
    commands.act_on_due_events(at=timezone.now())


@app.task(name=FINISHING, retry=PERSISTENT, pass_context=False)
def finish_import(file_id: int) -> None:
    """Once somebody has said so, take over an export of who gave elsewhere."""
    commands.finish_import(file_id=file_id, at=timezone.now())


@app.periodic(cron="41 * * * *")
@app.task(name="funding.forget_imports", pass_context=False)
def forget_imports(timestamp: int) -> None:
    """Every hour, throw away exports that were uploaded and not taken over for a day."""
    commands.forget_imports(at=timezone.now())


@app.periodic(cron="41 * * * *")
@app.task(name="funding.forget_attempts", pass_context=False)
def forget_attempts(timestamp: int) -> None:
    """Every hour: which payments were tried a week ago, and proofs of work that have expired."""
    now = timezone.now()
    commands.forget_attempts(at=now)
    commands.forget_spent_proofs(at=now)
