"""Giving by card, on the pages of what stands in for Stripe, which tells us by real messages."""

import re
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from broadsheet.funding import protection
from broadsheet.funding.models import DayTotal, Donation, DonationState, PledgeState
from factories.funding import open_campaign
from factories.stripe import options_for
from factories.stripe_stand_in import StripeStandIn

_numbers = count(1)


@pytest.fixture
def stripe(options, server, monkeypatch):
    monkeypatch.setattr(protection, "FORM_RESTS", timedelta())
    monkeypatch.setattr(protection, "UNPROVEN_FORM_RESTS", timedelta())
    with StripeStandIn(first=next(_numbers) * 1_000) as stripe:  # what is told stays in the books
        stripe.now = int(timezone.now().timestamp())
        stripe.hook = f"{server}/funding/hooks/stripe/"
        options(**options_for(stripe))
        yield stripe


@pytest.fixture
def campaign(stripe):
    return open_campaign(slug=f"by-card-{next(_numbers)}", title="The ferry desk")


def give(page, campaign, *, interval, button):
    page.goto(f"/give/?campaign={campaign.slug}&way=card&interval={interval}")
    form = page.locator("form.give")
    form.get_by_label("Another amount in EUR").locator("visible=true").fill("25")
    form.get_by_label("E-mail address").fill("dana@example.org")
    form.get_by_role("button", name=re.compile("^Give")).click()
    again = page.get_by_role("heading", name="Is this right?")
    pay = page.get_by_role("button", name="Pay")
    expect(again.or_(pay)).to_be_visible()
    if again.is_visible():
        page.get_by_role("button", name=button).click()
    expect(pay).to_be_visible()


def raised(campaign):
    return sum(DayTotal.objects.filter(campaign=campaign).values_list("counted", flat=True))


def test_gives_each_month_by_card_after_one_was_declined(page, stripe, campaign):
    give(page, campaign, interval="month", button="Give 25 € per month")
    page.get_by_role("button", name="Decline").click()
    page.get_by_role("button", name="Pay").click()

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    [gift] = Donation.objects.filter(campaign=campaign)
    assert (gift.state, gift.pledge.state) == (DonationState.SETTLED, PledgeState.ACTIVE)
    stripe.renew(gift.pledge.provider_object)
    stripe.send_messages()
    assert raised(campaign) == 5_000


def test_a_message_that_is_lost_is_made_good_by_asking(page, stripe, campaign):
    stripe.hook = None
    give(page, campaign, interval="once", button="Give 25 € once")
    page.get_by_role("button", name="Pay").click()
    expect(page.get_by_role("heading", name="Thank you")).not_to_be_visible()
    assert raised(campaign) == 0

    page.get_by_role("button", name="Look again").click()

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert raised(campaign) == 2_500
