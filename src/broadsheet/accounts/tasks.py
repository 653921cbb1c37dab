"""Work for later; each job calls one command."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from . import commands


@app.periodic(cron="*/10 * * * *")
@app.task(name="accounts.forget_limits", pass_context=False)
def forget_limits(timestamp: int) -> None:
    """Every ten minutes, remove what is known of limits that nobody is near any more."""
    commands.forget_limits()


@app.periodic(cron="23 * * * *")
@app.task(name="accounts.forget_redeemed_visits", pass_context=False)
def forget_redeemed_visits(timestamp: int) -> None:
    """Every hour, forget the tokens of signed visits that could not be used any more anyway."""
    commands.forget_redeemed_visits(at=datetime.fromtimestamp(timestamp, tz=UTC))


@app.periodic(cron="17 * * * *")
@app.task(name="accounts.clear_sessions", pass_context=False)
def clear_sessions(timestamp: int) -> None:
    """Every hour, remove sessions that have expired, and where old ones were signed in from."""
    commands.clear_sessions(at=datetime.fromtimestamp(timestamp, tz=UTC))


@app.periodic(cron="*/5 * * * *")
@app.task(name="accounts.settle_merges", pass_context=False)
def settle_merges(timestamp: int) -> None:
    """Every five minutes, bring along what people wrote while they were merged."""
    commands.settle_merges(at=datetime.fromtimestamp(timestamp, tz=UTC))
