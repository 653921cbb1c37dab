"""begin_donation …"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from broadsheet.core.errors import NotFound
from broadsheet.funding import commands
from broadsheet.funding.models import (
    Donation,
    DonationState,
    Donor,
    ExchangeRate,
    Interval,
    Pledge,
    Transfer,
)
from factories.funding import open_campaign
from factories.giving import begin_gift
from factories.moments import NOON


@pytest.fixture
def pretending(options):
    options(funding_test=True)


@pytest.fixture
def campaign(db, pretending):
    return open_campaign()


def test_keeps_the_wish_and_moves_no_money(campaign):
    donation = begin_gift(campaign, cover=107, message="Go on.", source_path="/ferry/")

    assert (donation.state, donation.is_test) == (DonationState.BEGUN, True)
    assert (donation.amount, donation.cover, donation.currency) == (2_500, 107, "EUR")
    assert donation.donor.email == "dana@example.org"
    assert donation.reference.startswith("BS-")
    assert len(donation.key) > 40
    assert not Transfer.objects.exists()


def test_makes_a_pledge_of_what_is_to_come_again(campaign):
    donation = begin_gift(campaign, interval=Interval.MONTH)

    assert donation.pledge.amount == 2_500
    assert donation.pledge.interval == Interval.MONTH
    assert donation.pledge.donor == donation.donor
    assert donation.pledge.reference != donation.reference


def test_the_same_submission_is_the_same_gift(campaign):
    first = begin_gift(campaign, submission_key="once", interval=Interval.MONTH)

    assert begin_gift(campaign, submission_key="once", interval=Interval.MONTH) == first
    assert Pledge.objects.count() == 1


def test_sent_twice_at_once_it_is_one_gift(committed, pretending):
    campaign = open_campaign()

    def send(_time):
        try:
            return begin_gift(campaign, submission_key="once").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        gifts = set(pool.map(send, range(8)))

    assert len(gifts) == Donation.objects.count() == Donor.objects.count() == 1


def test_an_address_is_one_donor_whom_nobody_else_renames(campaign):
    begin_gift(campaign, email="dana@example.org", name="Dana")
    begin_gift(campaign, email="DANA@example.org", name="Somebody else")

    assert [donor.name for donor in Donor.objects.all()] == ["Dana"]


def test_the_donor_is_who_is_signed_in_with_that_very_address(campaign, dana, ben):
    dana.email = "dana@example.org"
    dana.save()

    begin_gift(campaign, person=ben)
    assert Donor.objects.get().person is None

    begin_gift(campaign, person=dana)
    assert Donor.objects.get().person == dana


def test_an_anonymous_gift_keeps_no_name_to_show(campaign):
    assert begin_gift(campaign, is_public=False, public_name="Dana").public_name == ""
    assert begin_gift(campaign, is_public=True, public_name="Da\u202ena").public_name == "Dana"


@pytest.mark.parametrize("amount", [0, 99, 10**12])
def test_refuses_an_amount_that_cannot_be_given_this_way(campaign, amount):
    with pytest.raises(commands.AmountRefused):
        begin_gift(campaign, amount=amount)


def test_refuses_a_campaign_that_is_over(campaign):
    campaign.ends_on = date(2026, 11, 21)
    with pytest.raises(commands.CampaignClosed):
        begin_gift(campaign)

    campaign.ends_on = date(2026, 11, 22)
    begin_gift(campaign)
    campaign.closed_at = NOON + timedelta(hours=1)
    with pytest.raises(commands.CampaignClosed):
        begin_gift(campaign)


def test_refuses_a_currency_that_nobody_has_said_the_worth_of(campaign):
    other = "GBP" if campaign.currency != "GBP" else "EUR"
    with pytest.raises(commands.WayRefused):
        begin_gift(campaign, currency=other)

    ExchangeRate.objects.create(currency=other, into=campaign.currency, rate="1.2", since=NOON)
    assert begin_gift(campaign, currency=other).currency == other


def test_refuses_a_way_that_is_not_set_up_or_unknown(campaign, options):
    with pytest.raises(NotFound):
        begin_gift(campaign, provider="no-such-way")

    options(funding_test=False)
    with pytest.raises(commands.WayRefused):
        begin_gift(campaign)
