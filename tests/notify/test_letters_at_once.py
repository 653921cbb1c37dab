"""Many workers …"""

from functools import partial

import pytest

from broadsheet.notify import commands
from broadsheet.notify.models import QueuedLetter
from factories.moments import NOON
from factories.together import together


@pytest.fixture(autouse=True)
def _nothing_is_left(committed):
    QueuedLetter.objects.all().delete()
    yield
    QueuedLetter.objects.all().delete()


def test_send_a_letter_once(queued, postbox):
    row = queued()

    together(*[partial(commands.deliver_letter, letter_id=row.pk, at=NOON)] * 8)

    assert len(postbox.taken) == 1
