"""deliver_due_letters …"""

from datetime import timedelta

import pytest

from broadsheet.notify import commands, queries
from broadsheet.notify.models import QueuedLetter
from factories.moments import NOON
from factories.postbox import free_port

pytestmark = pytest.mark.django_db


def test_sends_all_that_waited_for_a_server(queued, options, postbox):
    options(smtp_url="")
    queued()
    queued(to="ben@example.org")
    assert commands.deliver_due_letters(at=NOON) == 0

    options(smtp_url=postbox.url)
    assert commands.deliver_due_letters(at=NOON) == 2
    assert [letter.to for letter in postbox.taken] == ["ada@example.org", "ben@example.org"]


def test_asks_a_server_that_is_away_once_a_round(queued, options):
    first, second = queued(), queued()
    options(smtp_url=f"smtp://127.0.0.1:{free_port()}", mail_from="Courier <c@news.example>")

    assert commands.deliver_due_letters(at=NOON) == 0

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.tries, second.tries) == (1, 0)


def test_goes_on_as_soon_as_the_server_is_back(queued, options, postbox):
    queued(), queued()
    options(smtp_url=f"smtp://127.0.0.1:{free_port()}")
    commands.deliver_due_letters(at=NOON)
    options(smtp_url=postbox.url)

    commands.deliver_due_letters(at=NOON + timedelta(seconds=30))
    assert len(postbox.taken) == 1
    commands.deliver_due_letters(at=NOON + timedelta(minutes=1))
    assert len(postbox.taken) == 2


def test_one_bad_address_stops_nobody(queued, postbox):
    queued(to="zed@example.org")
    queued()
    postbox.answers["zed@example.org"] = "550 No"

    commands.deliver_due_letters(at=NOON)

    assert [letter.to for letter in postbox.taken] == ["ada@example.org"]


def test_says_how_many_wait_and_why(queued, postbox):
    queued()
    postbox.answers["ada@example.org"] = "451 Not now"
    commands.deliver_due_letters(at=NOON)

    waiting = queries.letters_waiting(at=NOON + timedelta(minutes=11))

    assert (waiting.number, waiting.oldest_at) == (1, NOON)
    assert (waiting.trouble, waiting.is_late) == ("451 Not now", True)


def test_a_bounce_storm_leaves_no_words(queued, postbox):
    for number in range(20):
        queued(to=f"zed-{number}@example.org")
        postbox.answers[f"zed-{number}@example.org"] = "550 5.1.1 No"

    commands.deliver_due_letters(at=NOON)

    assert not QueuedLetter.objects.exclude(text="").exists()
