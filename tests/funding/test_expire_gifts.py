"""expire_gifts …"""

from datetime import timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Donation, DonationState
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def campaign(db):
    return open_campaign()


def state_after(gift, time):
    commands.expire_gifts(at=NOON + time)
    gift.refresh_from_db()
    return gift.state


def test_waits_a_day_longer_than_the_page_is_open(campaign):
    gift = promise_gift(campaign, provider="stripe", expires_at=NOON + HOUR)

    assert state_after(gift, DAY) == DonationState.BEGUN
    assert state_after(gift, DAY + HOUR) == DonationState.EXPIRED


def test_waits_two_days_for_one_that_never_had_a_page(campaign):
    gift = promise_gift(campaign, provider="stripe")

    assert state_after(gift, 2 * DAY - HOUR) == DonationState.BEGUN
    assert state_after(gift, 2 * DAY) == DonationState.EXPIRED


def test_leaves_alone_what_is_promised_or_received(campaign):
    promise_gift(campaign, state=DonationState.PROMISED, expires_at=NOON)
    receive(promise_gift(campaign))

    assert commands.expire_gifts(at=NOON + 100 * DAY) == 0


def test_takes_the_money_that_comes_all_the_same(campaign):
    gift = promise_gift(campaign, provider="stripe")
    commands.expire_gifts(at=NOON + 3 * DAY)

    receive(gift, at=NOON + 4 * DAY)
    assert Donation.objects.get().state == DonationState.SETTLED
