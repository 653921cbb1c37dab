"""ask_provider, for the donor who comes back from paying before Stripe has told us."""

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Campaign, DonationState, PledgeState
from broadsheet.funding.providers import ProviderAway
from factories.funding import open_campaign, promise_gift
from factories.moments import NOON
from factories.stripe import begin, begin_monthly

pytestmark = pytest.mark.django_db


def test_learns_what_stripe_has_not_told_yet(stripe, campaign):
    gift, page = begin_monthly(campaign)
    assert not commands.ask_about_gift(donation=gift, at=NOON)
    stripe.pay(page)

    assert commands.ask_about_gift(donation=gift, at=NOON)

    gift.refresh_from_db()
    assert (gift.state, gift.pledge.state) == (DonationState.SETTLED, PledgeState.ACTIVE)
    assert not commands.ask_about_gift(donation=gift, at=NOON)
    stripe.end_pledge("sub_1", reason="")
    assert commands.ask_about_pledge(pledge=gift.pledge, at=NOON)


def test_leaves_alone_what_nobody_can_be_asked_about(campaign):
    assert not commands.ask_about_gift(donation=promise_gift(campaign), at=NOON)


def test_a_donor_is_not_shown_what_only_the_desk_can_mend(stripe, caplog):
    campaign = open_campaign(currency="USD")
    gift, page = begin(campaign, currency="USD")
    Campaign.objects.update(currency="EUR")
    stripe.pay(page)

    assert not commands.ask_about_gift(donation=gift, at=NOON)
    assert "no rate from USD into EUR" in caplog.text


def test_says_that_stripe_is_away(stripe, campaign):
    gift, _page = begin(campaign)
    stripe.failures = [500] * 2

    with pytest.raises(ProviderAway):
        commands.ask_about_gift(donation=gift, at=NOON)
