"""reconcile_providers finds what no message has told us."""

from datetime import timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import DonationState, EventState, InboundEvent, Reconciliation
from broadsheet.funding.providers import provider
from broadsheet.notify.models import QueuedLetter
from factories.moments import NOON
from factories.stripe import begin, begin_monthly, gifts, hear_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    """The night after what happens at Stripe, where it is noon."""
    return NOON + timedelta(hours=15)


def test_finds_what_no_message_told_us(stripe, campaign, now):
    gift, page = begin_monthly(campaign)
    stripe.refund(stripe.pay(page), 500)

    assert commands.reconcile_providers(at=now) > 0

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert sorted(gift.transfers.values_list("kind", flat=True)) == ["fee", "gift", "refund"]
    assert gift.pledge.provider_object == "sub_1"
    assert Reconciliation.objects.get().asked_until == now


def test_finds_nothing_new_where_all_was_told(stripe, campaign, now):
    _gift, page = begin_monthly(campaign)
    stripe.pay(page)
    hear_all(stripe)

    assert commands.reconcile_providers(at=now) == 0
    assert not QueuedLetter.objects.filter(template="funding/mail/messages_missing").exists()


def test_tells_the_administrators_if_no_message_arrives_at_all(stripe, campaign, now, postbox, ed):
    ed.email, ed.is_superuser = "ed@example.org", True
    ed.save()
    _gift, page = begin(campaign)
    stripe.pay(page)

    commands.reconcile_providers(at=now)

    letter = QueuedLetter.objects.get(template="funding/mail/messages_missing")
    assert letter.to == ed.email
    assert "/funding/hooks/stripe/" in letter.text


def test_asks_for_the_same_again_after_a_night_on_which_stripe_was_away(stripe, campaign, now):
    gift, page = begin(campaign)
    stripe.pay(page)
    stripe.failures = [500] * 2

    assert commands.reconcile_providers(at=now) == 0
    kept = Reconciliation.objects.get()
    assert kept.trouble.startswith("This way of paying does not answer")
    assert kept.asked_until < now - timedelta(days=29)

    assert commands.reconcile_providers(at=now + timedelta(days=1)) == 1
    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED


def test_asks_again_about_the_last_hour_that_was_asked_about(stripe, campaign):
    """Clocks differ, and lists of what has happened lag behind."""
    _gift, page = begin(campaign)
    stripe.pay(page)
    Reconciliation.objects.create(
        provider="stripe", asked_until=NOON + timedelta(minutes=55), asked_at=NOON
    )

    assert commands.reconcile_providers(at=NOON + timedelta(days=1)) == 1


def test_keeps_what_is_about_an_unknown_gift_for_the_desk(stripe, campaign, now):
    gift, page = begin(campaign)
    stripe.pay(page)
    gift.delete()

    commands.reconcile_provider(provider=provider("stripe"), at=now)

    assert set(InboundEvent.objects.values_list("state", "kind")) == {(EventState.PARKED, "found")}


def test_looks_for_what_is_older_than_stripes_events(stripe, campaign, now):
    """As when the newspaper was away for long: made things are found, whatever has become of them since."""
    gift, page = begin_monthly(campaign)
    refund = stripe.refund(stripe.pay(page), 500)
    stripe.events.clear()
    for event in stripe.all("event"):
        del stripe.kept[event["id"]]
    Reconciliation.objects.create(
        provider="stripe", asked_until=now - timedelta(days=60), asked_at=now
    )

    commands.reconcile_provider(provider=provider("stripe"), at=now)

    assert gift.transfers.filter(key=f"stripe:{refund['id']}:refund").exists()
    assert gifts().get().state == DonationState.SETTLED
