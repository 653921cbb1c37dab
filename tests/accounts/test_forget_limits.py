"""forget_limits …"""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from broadsheet.accounts.commands import forget_limits
from broadsheet.accounts.models import LimitState
from broadsheet.accounts.tasks import forget_limits as task
from broadsheet.core.limits import Limit, TooOften, take

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
POST = Limit("post", 2, 60 * 60)

pytestmark = pytest.mark.usefixtures("limits_hold")


def test_removes_what_is_paid_for_and_nothing_else(db):
    take((POST, "person:1"), at=NOON)
    take((POST, "person:2"), at=NOON + timedelta(minutes=20))

    assert forget_limits(at=NOON + timedelta(minutes=31)) == 1

    take((POST, "person:2"), at=NOON + timedelta(minutes=31))
    with pytest.raises(TooOften):
        take((POST, "person:2"), at=NOON + timedelta(minutes=31))


def test_runs_now_and_then_by_the_clock_of_the_database(db):
    take((POST, "person:1"), at=NOON - timedelta(days=365))
    take((POST, "person:2"))

    task(timestamp=0)

    assert LimitState.objects.count() == 1


def test_waits_for_nobody(committed):
    take((POST, "person:1"), at=NOON)
    removed = []

    def forget():
        removed.append(forget_limits(at=NOON + timedelta(days=1)))
        connection.close()

    with transaction.atomic():
        take((POST, "person:1"), at=NOON)
        thread = threading.Thread(target=forget)
        thread.start()
        thread.join(10)
        assert removed == [0]
    assert forget_limits(at=NOON + timedelta(days=1)) == 1
