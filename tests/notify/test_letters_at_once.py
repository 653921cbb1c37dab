"""Many workers …"""

import threading

import pytest
from django.db import connection

from broadsheet.notify import commands
from broadsheet.notify.models import QueuedLetter
from factories.moments import NOON


@pytest.fixture(autouse=True)
def _nothing_is_left(committed):
    QueuedLetter.objects.all().delete()
    yield
    QueuedLetter.objects.all().delete()


def test_send_a_letter_once(queued, postbox):
    row = queued()
    start = threading.Barrier(8)

    def work():
        start.wait()
        commands.deliver_letter(letter_id=row.pk, at=NOON)
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(postbox.taken) == 1
