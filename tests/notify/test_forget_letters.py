"""forget_letters …"""

from datetime import timedelta

import pytest

from broadsheet.notify import commands
from broadsheet.notify.models import QueuedLetter
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def test_deletes_what_was_done_a_month_ago_and_nothing_else(queued, postbox):
    done = queued()
    commands.deliver_letter(letter_id=done.pk, at=NOON)
    waiting = queued()

    assert commands.forget_letters(at=NOON + timedelta(days=29)) == 0
    assert commands.forget_letters(at=NOON + timedelta(days=31)) == 1
    assert list(QueuedLetter.objects.all()) == [waiting]
