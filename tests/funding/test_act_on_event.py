"""act_on_event asks the provider, and tries again later what cannot be done now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from broadsheet.funding import commands
from broadsheet.funding.models import (
    Campaign,
    Donation,
    DonationState,
    EventState,
    ExchangeRate,
)
from factories.funding import open_campaign
from factories.stripe import begin, begin_monthly, gifts, hear
from factories.stripe_stand_in import signed

pytestmark = pytest.mark.django_db


def kept(event, at):
    headers, body = signed(event)
    return commands.receive_event(provider_code="stripe", headers=headers, body=body, at=at)


@pytest.fixture
def now():
    return timezone.now()


def test_what_failed_is_done_when_its_time_has_come(stripe, campaign, now):
    gift, page = begin(campaign)
    stripe.pay(page)
    stripe.failures = [500] * 4

    event = hear(stripe.events[-1], at=now)
    assert (event.state, event.attempts) == (EventState.FAILED, 1)
    assert event.trouble == "The provider did not answer: It failed, as it was told to."
    assert commands.act_on_due_events(at=now + timedelta(seconds=9)) == 0
    assert commands.act_on_due_events(at=now + timedelta(seconds=10)) == 0  # fails again
    assert commands.act_on_due_events(at=now + timedelta(seconds=51)) == 1

    gift.refresh_from_db()
    event.refresh_from_db()
    assert (event.state, event.trouble, event.next_try_at) == (EventState.DONE, "", None)
    assert gift.state == DonationState.SETTLED


def test_what_was_kept_when_we_went_down_is_taken_up_after_a_minute(stripe, campaign, now):
    gift, page = begin(campaign)
    stripe.pay(page)
    kept(stripe.events[-1], now)

    assert commands.act_on_due_events(at=now + timedelta(seconds=59)) == 0
    assert commands.act_on_due_events(at=now + timedelta(seconds=60)) == 1

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED


def test_what_is_about_a_gift_we_do_not_know_waits_three_days_for_it(stripe, campaign, now):
    gift, page = begin(campaign)
    stripe.pay(page)
    fields = {field.attname: getattr(gift, field.attname) for field in gift._meta.fields}
    gift.delete()

    event = hear(stripe.events[-1], at=now)
    assert event.state == EventState.PARKED
    Donation.objects.create(**fields)
    assert commands.act_on_due_events(at=now + timedelta(seconds=10)) == 1

    assert gifts().get().state == DonationState.SETTLED


def test_what_stays_unknown_is_left_to_the_desk(stripe, campaign, now):
    gift, page = begin(campaign)
    stripe.pay(page)
    gift.delete()
    event = hear(stripe.events[-1], at=now)

    tried = 0
    while event.next_try_at:
        tried += 1
        commands.act_on_due_events(at=event.next_try_at)
        event.refresh_from_db()

    assert (event.state, tried) == (EventState.PARKED, 18)


def test_money_in_a_currency_without_a_rate_waits_until_there_is_one(stripe, now):
    campaign = open_campaign(currency="USD")
    gift, page = begin(campaign, currency="USD")
    Campaign.objects.update(currency="EUR")
    stripe.pay(page)
    event = hear(stripe.events[-1], at=now)
    assert event.state == EventState.FAILED
    assert "no rate from USD into EUR" in event.trouble

    ExchangeRate.objects.create(currency="USD", into="EUR", rate="0.9", since=now)
    commands.act_on_due_events(at=event.next_try_at)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED


def test_what_we_have_got_wrong_ourselves_is_kept_and_said(stripe, campaign, now, caplog):
    _gift, page = begin(campaign)
    charge = stripe.pay(page)
    del stripe.kept[charge]["status"]

    event = hear(stripe.events[-1], at=now)

    assert (event.state, event.trouble) == (EventState.FAILED, "KeyError: 'status'")
    assert "could not be acted upon" in caplog.text


def test_a_pledge_is_found_by_its_payment_although_all_else_was_lost(stripe, campaign, now):
    gift, page = begin_monthly(campaign)
    stripe.pay(page)
    stripe.renew("sub_1")

    hear(
        next(event for event in reversed(stripe.events) if event["type"] == "invoice.paid"), at=now
    )

    assert [each.state for each in gifts()] == [DonationState.BEGUN, DonationState.SETTLED]
    gift.pledge.refresh_from_db()
    assert gift.pledge.provider_object == "sub_1"
