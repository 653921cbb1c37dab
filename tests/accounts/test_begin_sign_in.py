"""begin_sign_in …"""

import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.models import SignInAttempt
from factories.moments import minutes
from factories.people import confirmed, guest

NOW = timezone.now()  # letters with codes are sent on the day


@pytest.fixture(autouse=True)
def at_that_moment():
    """However long ago this file was read: codes are good for ten minutes, and whole runs take longer."""
    with time_machine.travel(NOW):
        yield


def begin(email):
    with CaptureQueriesContext(connection) as queries:
        commands.begin_sign_in(email=email, leads_to="/about/", at=NOW)
    return [re.sub(r"\d+", "", query["sql"])[:30] for query in queries]


@pytest.mark.parametrize("who", ["confirmed", "guest", "staff"])
def test_does_the_same_for_known_and_unknown_addresses(db, postbox, who):
    confirmed(email="cleo@example.org")
    guest(email="gus@example.org")
    staff = confirmed("Mona", "mona@example.org")
    staff.is_staff = True
    staff.save(update_fields=["is_staff"])
    known = {"confirmed": "cleo@example.org", "guest": "gus@example.org"}.get(who, staff.email)
    begin("first@example.org")

    assert begin(known) == begin("who@example.org")

    _first, letter, other = postbox.letters
    strip = lambda one: [  # noqa: E731
        line for line in one.text.splitlines() if not line.startswith("    ")
    ]
    assert strip(letter) == strip(other)
    assert (letter.subject, letter.to) == (other.subject, known)


def test_sends_nothing_that_is_rolled_back(db, postbox):
    from django.db import transaction

    with transaction.atomic():
        commands.begin_sign_in(email="ada@example.org", at=NOW)
        transaction.set_rollback(True)
    assert postbox.letters == []


def test_takes_no_try_away_from_another(db):
    first = commands.begin_sign_in(email="ada@example.org", at=NOW)
    second = commands.begin_sign_in(email="Ada@Example.org", at=NOW)
    assert first.email == second.email
    assert SignInAttempt.objects.filter(used_at=None, expires_at=NOW + minutes(10)).count() == 2
