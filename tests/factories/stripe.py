"""Gifts by Stripe: begun by us, paid at what stands in for Stripe, and heard of."""

from django.utils import timezone

from broadsheet.funding import commands
from broadsheet.funding.models import Donation, Interval
from factories.giving import begin_gift
from factories.moments import NOON
from factories.stripe_stand_in import SECRET, signed

RETURN_TO = "https://news.example/thanks/"
CANCEL_TO = "https://news.example/give/"


def options_for(stripe):
    """What an operator sets, to have gifts taken by `stripe`."""
    return {
        "stripe_key": stripe.key,
        "stripe_hook_secrets": SECRET,
        "stripe_address": stripe.address,
        "stripe_fees": "EUR 1.5% + 0.25",
    }


def begin(campaign, **wish):
    """A gift of 25 that waits on Stripe's page to be paid: the gift, and what Stripe calls the page."""
    gift = begin_gift(campaign, provider="stripe", **wish)
    commands.start_payment(donation=gift, return_to=RETURN_TO, cancel_to=CANCEL_TO, at=NOON)
    gift.refresh_from_db()
    return gift, gift.provider_object


def begin_monthly(campaign, **wish):
    return begin(campaign, interval=Interval.MONTH, **wish)


def hear(event, *, at=None):
    """Stripe's message about `event` arrives, and is acted upon."""
    headers, body = signed(event)
    at = at or timezone.now()
    kept = commands.receive_event(provider_code="stripe", headers=headers, body=body, at=at)
    return commands.act_on_event(event=kept, at=at)


def hear_all(stripe):
    """All messages so far arrive, in their order."""
    for event in list(stripe.events):
        hear(event)


def gifts():
    return Donation.objects.order_by("pk")
