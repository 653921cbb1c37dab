"""start_payment …"""

from datetime import timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import DonationState, PretendedPayment
from factories.funding import open_campaign
from factories.giving import begin_gift
from factories.moments import NOON

ADDRESSES = {
    "return_to": "https://news.example/give/thanks/key/",
    "cancel_to": "https://news.example/give/",
}


@pytest.fixture
def gift(db, options):
    options(funding_test=True)
    return begin_gift(open_campaign(), cover=105)


def test_leads_to_the_providers_page_and_keeps_what_it_calls_the_payment(gift):
    ahead = commands.start_payment(donation=gift, **ADDRESSES, at=NOON)

    assert ahead.address.startswith("https://news.example/give/pretend/pay_")
    assert (gift.state, gift.provider_object) == (DonationState.BEGUN, ahead.provider_object)
    assert gift.expires_at == ahead.expires_at
    assert PretendedPayment.objects.get().amount == 2_605


def test_leads_to_the_same_page_when_asked_again(gift):
    first = commands.start_payment(donation=gift, **ADDRESSES, at=NOON)

    assert commands.start_payment(donation=gift, **ADDRESSES, at=NOON) == first


def test_refuses_a_gift_that_is_paid_or_waited_for_no_longer(gift):
    gift.expires_at = NOON
    with pytest.raises(commands.GiftOver):
        commands.start_payment(donation=gift, **ADDRESSES, at=NOON + timedelta(seconds=1))

    gift.expires_at, gift.state = None, DonationState.FAILED
    with pytest.raises(commands.GiftOver):
        commands.start_payment(donation=gift, **ADDRESSES, at=NOON)
