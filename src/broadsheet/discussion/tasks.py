"""Work for later; each job calls one command."""

from contextlib import suppress
from datetime import UTC, datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from broadsheet.accounts.models import User
from broadsheet.core.markup import VERSION

from . import commands
from .models import Comment


@app.periodic(cron="*/5 * * * *")
@app.task(name="discussion.close_due_discussions", pass_context=False)
def close_due_discussions(timestamp: int) -> None:
    """Every five minutes, close what is due; a due discussion refuses comments even before that."""
    commands.close_due_discussions(at=datetime.fromtimestamp(timestamp, tz=UTC))


@app.task(
    name="discussion.refresh_markup", queueing_lock="discussion.refresh_markup", pass_context=False
)
def refresh_markup(after: int) -> None:
    """After an upgrade of the markup: 500 comments of an earlier version, and then the next."""
    last = commands.refresh_markup(after=after)
    if last is not None:
        _refresh_markup_later(after=last)


def refresh_markup_if_old() -> None:
    """Have comments rendered anew if another version of the markup wrote any; looked after at every upgrade."""
    if Comment.objects.exclude(markup_version=VERSION).exists():
        _refresh_markup_later(after=0)


def _refresh_markup_later(*, after: int) -> None:
    with suppress(AlreadyEnqueued), transaction.atomic():
        refresh_markup.defer(after=after)


@app.task(name="discussion.count_late_votes", pass_context=False)
def count_late_votes(person_id: int) -> None:
    """Count the votes that somebody cast while their votes began to count."""
    for voter in User.objects.filter(pk=person_id):
        commands.count_votes_of(voter=voter)


def count_late_votes_later(person_id: int) -> None:
    """Have them counted once every vote that was on its way has come; part of the present transaction."""
    count_late_votes.configure(schedule_in={"seconds": 60}).defer(person_id=person_id)
