"""Work for later; each job calls one command."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from . import commands


@app.periodic(cron="*/5 * * * *")
@app.task(name="discussion.close_due_discussions", pass_context=False)
def close_due_discussions(timestamp: int) -> None:
    """Every five minutes, close what is due; a due discussion refuses comments even before that."""
    commands.close_due_discussions(at=datetime.fromtimestamp(timestamp, tz=UTC))
