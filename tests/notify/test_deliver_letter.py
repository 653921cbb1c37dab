"""deliver_letter …"""

from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest

from broadsheet.notify import commands
from broadsheet.notify.commands.deliver_letter import WAITS
from factories.moments import NOON
from factories.postbox import free_port

pytestmark = pytest.mark.django_db

A_MINUTE = timedelta(minutes=1)


def deliver(row, *, at=NOON):
    outcome = commands.deliver_letter(letter_id=row.pk, at=at)
    row.refresh_from_db()
    return outcome


def test_sends_text_and_html(queued, postbox):
    row = queued()

    assert deliver(row)
    [came] = postbox.taken
    assert came.subject == "A word for Ada"
    assert came.text == "Dear Ada, the code is 123456.\n\nhttp://localhost:8000/somewhere/\n"
    assert "<p>Dear Ada</p>" in came.html
    assert came.message.get_content_type() == "multipart/alternative"
    assert (came.envelope_from, came.envelope_to) == ("courier@news.example", ["ada@example.org"])
    assert str(came.message["From"]) == "The Courier <courier@news.example>"


def test_says_that_no_person_wrote_it(queued, postbox):
    row = queued()
    deliver(row)

    [came] = postbox.taken
    assert came.message["Auto-Submitted"] == "auto-generated"
    assert came.message["Message-ID"] == row.message_id
    assert parsedate_to_datetime(came.message["Date"]) == NOON


def test_carries_every_script_and_long_lines(queued, postbox):
    name = "Ελένη \u2066محمد\u2069 李 👩\u200d👧" + "x" * 3_000
    row = queued(context={"name": name})
    deliver(row)

    [came] = postbox.taken
    assert came.text.startswith(f"Dear {row_name(name)}")
    assert all(len(line) <= 998 for line in came.raw.split(b"\r\n"))


def row_name(name):
    return name.replace("\u2066", "").replace("\u2069", "")  # what turns the page around it is gone


def test_forgets_the_words_of_what_is_sent(queued, postbox):
    row = queued()
    deliver(row)

    assert (row.subject, row.text, row.html) == ("", "", "")
    assert (row.sent_at, row.next_try_at, row.tries) == (NOON, None, 1)


def test_sends_nothing_twice(queued, postbox):
    row = queued()
    deliver(row)
    deliver(row)
    deliver(row, at=NOON + timedelta(days=1))

    assert len(postbox.taken) == 1


def test_tries_again_when_the_server_is_busy(queued, postbox):
    row = queued()
    postbox.answers["ada@example.org"] = "451 4.3.0 Not now"
    assert deliver(row)

    assert row.trouble == "451 4.3.0 Not now"
    assert row.next_try_at == NOON + A_MINUTE
    assert row.text

    postbox.answers.clear()
    deliver(row, at=NOON + timedelta(seconds=30))
    assert not postbox.taken
    deliver(row, at=NOON + A_MINUTE)
    assert len(postbox.taken) == 1
    assert (row.tries, row.trouble) == (2, "")


def test_gives_up_at_once_where_nobody_lives(queued, postbox):
    row = queued()
    postbox.answers["ada@example.org"] = "550 5.1.1 Nobody of that name"

    deliver(row)

    assert row.given_up_at == NOON
    assert (row.text, row.trouble) == ("", "550 5.1.1 Nobody of that name")


def test_waits_where_the_server_only_dislikes_us(queued, postbox):
    row = queued()
    postbox.answers["ada@example.org"] = "554 5.7.1 Relay access denied"

    deliver(row)

    assert row.given_up_at is None
    assert row.next_try_at == NOON + A_MINUTE


def test_gives_up_in_two_days(queued, postbox):
    row = queued()
    postbox.answers["ada@example.org"] = "451 Not now"
    at = NOON
    tries = 0
    while row.given_up_at is None:
        deliver(row, at=at)
        tries += 1
        at = row.next_try_at or at

    assert tries == len(WAITS) + 1 == row.tries
    assert timedelta(days=1.9) < at - NOON < timedelta(days=2.1)
    assert row.text == ""


def test_gives_up_a_code_that_has_expired(queued, postbox):
    row = queued(good_until=NOON + A_MINUTE)

    deliver(row, at=NOON + A_MINUTE)

    assert row.given_up_at
    assert row.text == ""
    assert not postbox.taken


def test_keeps_the_letter_while_the_server_is_away(queued, options):
    row = queued()
    options(smtp_url=f"smtp://127.0.0.1:{free_port()}", mail_from="Courier <c@news.example>")

    assert deliver(row) is False
    assert "ConnectionRefusedError" in row.trouble
    assert row.away_at == NOON
    assert row.text


def test_leaves_the_server_alone_for_a_minute_after_it_was_away(queued, options, postbox):
    first, second = queued(), queued(to="ben@example.org")
    options(smtp_url=f"smtp://127.0.0.1:{free_port()}")
    deliver(first)
    options(smtp_url=postbox.url)

    assert deliver(second, at=NOON + timedelta(seconds=59)) is False
    assert second.tries == 0
    assert deliver(second, at=NOON + A_MINUTE)
    assert second.sent_at


def test_keeps_the_letter_while_no_server_is_named(queued):
    row = queued()

    assert deliver(row) is False
    assert (row.tries, row.next_try_at) == (0, NOON)


def test_bears_a_letter_that_is_gone(postbox):
    assert commands.deliver_letter(letter_id=0, at=NOON)


def test_lets_a_server_in_only_by_its_certificate(queued, postbox, options):
    """STARTTLS is asked for, and a server that has none gets nothing."""
    row = queued()
    options(smtp_url=f"smtps://127.0.0.1:{postbox.port}")

    assert deliver(row) is False
    assert not postbox.taken


def test_writes_neither_code_nor_address_to_the_log(queued, postbox, caplog):
    row = queued()
    postbox.answers["ada@example.org"] = "451 Not now"
    deliver(row)
    postbox.answers["ada@example.org"] = "550 Never"
    deliver(row, at=NOON + A_MINUTE)

    assert len(caplog.records) == 2
    assert "123456" not in caplog.text
    assert "ada@example.org" not in caplog.text
