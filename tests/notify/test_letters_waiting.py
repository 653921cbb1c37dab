"""letters_waiting …"""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from broadsheet.notify import commands, queries
from broadsheet.notify.wagtail_hooks import LettersPanel
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def panel(at):
    return render_to_string(
        "notify/letters_panel.html", {"letters": queries.letters_waiting(at=at)}
    ).strip()


def test_says_nothing_at_the_desk_while_all_is_well(queued, postbox):
    assert panel(NOON) == ""
    queued()
    assert panel(NOON + timedelta(minutes=9)) == ""


def test_says_at_the_desk_what_the_server_says(queued, postbox):
    queued()
    postbox.answers["ada@example.org"] = "451 <b>Not now</b>"
    commands.deliver_due_letters(at=NOON)

    said = panel(NOON + timedelta(minutes=11))
    assert "1 letter waits to be sent" in said
    assert "451 &lt;b&gt;Not now" in said
    assert "ada@example.org" not in said


def test_says_at_the_desk_that_there_is_no_server(queued):
    queued()
    assert "smtp_url" in panel(NOON)


def test_stands_at_the_desk(queued):
    queued()
    assert "smtp_url" in LettersPanel().render_html()


def test_counts_in_two_queries(queued, django_assert_num_queries):
    queued()
    with django_assert_num_queries(2):
        waiting = queries.letters_waiting(at=timezone.now())
    assert waiting.number == 1
