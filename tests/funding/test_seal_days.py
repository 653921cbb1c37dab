"""seal_days …"""

from datetime import timedelta

import pytest
from django.db import Error, transaction

from broadsheet.funding import commands
from broadsheet.funding.models import DayDigest
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON, minutes

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
MIDNIGHT = NOON.replace(hour=0) + DAY


@pytest.fixture
def campaign(db):
    return open_campaign()


def sealed_at(at):
    return [(digest.day, digest.transfers) for digest in commands.seal_days(at=at)]


def test_seals_days_that_are_over_once_each_upon_the_one_before(campaign):
    receive(promise_gift(campaign))
    receive(promise_gift(campaign))
    receive(promise_gift(campaign), at=NOON + 3 * DAY)

    assert sealed_at(MIDNIGHT + minutes(59)) == []
    assert sealed_at(MIDNIGHT + minutes(60)) == [(NOON.date(), 2)]
    assert sealed_at(NOON + 4 * DAY) == [((NOON + 3 * DAY).date(), 1)]
    assert sealed_at(NOON + 5 * DAY) == []
    first, second = DayDigest.objects.order_by("day")
    assert first.digest != second.digest
    assert commands.check_ledger() == ()


def test_nothing_is_posted_to_a_day_that_is_sealed(campaign):
    receive(promise_gift(campaign))
    commands.seal_days(at=NOON + 2 * DAY)
    late = promise_gift(campaign)

    for at in (NOON, NOON - DAY):
        with pytest.raises(Error, match="digest"), transaction.atomic():
            receive(late, at=at)

    receive(late, at=NOON + 2 * DAY)


def test_is_the_same_whatever_the_time_zone(campaign, settings):
    receive(promise_gift(campaign))
    with transaction.atomic():
        [here] = commands.seal_days(at=NOON + 2 * DAY)
        transaction.set_rollback(True)
    settings.TIME_ZONE = "Pacific/Auckland"

    [there] = commands.seal_days(at=NOON + 2 * DAY)

    assert (here.day, here.digest) == (there.day, there.digest)
