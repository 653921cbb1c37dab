"""Work for later; each job calls one command."""

from datetime import UTC, datetime

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import commands
from .commands.erase_person import ERASING
from .commands.export_person import MAKING
from .models import User

PERSISTENT = RetryStrategy(max_attempts=12, exponential_wait=2)
"""Two hours of trying, should the database or the mail be away."""


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


@app.periodic(cron="29 * * * *")
@app.task(name="accounts.forget_sign_in_attempts", pass_context=False)
def forget_sign_in_attempts(timestamp: int) -> None:
    """Every hour, forget letters whose codes and links are over."""
    commands.forget_sign_in_attempts(at=datetime.fromtimestamp(timestamp, tz=UTC))


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


@app.periodic(cron="27 * * * *")
@app.task(name="accounts.forget_claims", pass_context=False)
def forget_claims(timestamp: int) -> None:
    """Every hour, remove what is left of letters to guests whose links nobody can use any more."""
    commands.forget_claims(at=datetime.fromtimestamp(timestamp, tz=UTC))


@app.task(name=MAKING, retry=PERSISTENT, pass_context=False)
def make_export(export_id: int) -> None:
    """Once it was asked for, put all that is kept of somebody into an archive."""
    commands.make_export(export_id=export_id, at=timezone.now())


@app.periodic(cron="37 * * * *")
@app.task(name="accounts.forget_exports", pass_context=False)
def forget_exports(timestamp: int) -> None:
    """Every hour, delete archives that are a day old."""
    commands.forget_exports(at=datetime.fromtimestamp(timestamp, tz=UTC))


@app.task(name=ERASING, retry=PERSISTENT, pass_context=False)
def erase_person(person_id: int, keep_words: bool, asked_at: str) -> None:  # noqa: FBT001 - jobs know no other
    """Once it was asked for, erase somebody whose account is closed already."""
    person = User.objects.get(pk=person_id)
    commands.erase_person(person=person, keep_words=keep_words, at=datetime.fromisoformat(asked_at))
