"""Whatever Stripe's messages tell, how often, in which order, and how many of them are lost: the ledger is the same.

Every story happens at the stand-in; of its messages any are delivered, at any time while it goes on. What was lost is
found by asking at night. The ledger is then compared with the stand-in's own books, reckoned another way.
"""

import os
from contextlib import contextmanager
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from broadsheet.funding import commands
from broadsheet.funding.models import (
    DayTotal,
    EventState,
    InboundEvent,
    Pledge,
    PledgeState,
    Reconciliation,
    Transfer,
)
from broadsheet.funding.providers import provider
from factories.funding import open_campaign
from factories.moments import NOON
from factories.stripe import begin, begin_monthly, hear, options_for
from factories.stripe_stand_in import StripeStandIn

pytestmark = pytest.mark.django_db


class Story:
    """What may happen to one gift and to one pledge, as far as it can at that point."""

    def __init__(self, stripe, pages):
        self.stripe = stripe
        self.pages = pages

    def possible(self):
        """Each act there is now, as something to call."""
        return [*self.of_donors(), *self.of_what_is_paid(), *self.of_disputes(), *self.of_months()]

    def of_donors(self):
        for page in self.pages:
            if self.stripe.kept[page]["status"] == "open":
                yield partial(self.stripe.pay, page)
                yield partial(self.stripe.pay, page, by="sepa_debit")
                yield partial(self.stripe.decline, page)
                yield partial(self.stripe.expire, page)
        for charge in self.stripe.all("charge", status="pending"):
            yield partial(self.stripe.arrive, charge["id"])
            yield partial(self.stripe.bounce, charge["id"])

    def of_what_is_paid(self):
        for charge in self.stripe.all("charge", status="succeeded"):
            rest = charge["amount"] - charge["amount_refunded"]
            for amount in {rest, min(rest, 700)} - {0}:
                yield partial(self.stripe.refund, charge["id"], amount)
                yield partial(self.stripe.refund, charge["id"], amount, status="pending")
        for refund in self.stripe.all("refund"):
            if refund["status"] == "pending":
                yield partial(self.stripe.settle_refund, refund["id"], "succeeded")
            if refund["status"] != "failed":
                yield partial(self.stripe.settle_refund, refund["id"], "failed")

    def of_disputes(self):
        for charge in self.stripe.all("charge", status="succeeded", disputed=False):
            if not charge["amount_refunded"]:
                yield partial(self.stripe.dispute, charge["id"])
        for dispute in self.stripe.all("dispute", status="needs_response"):
            yield partial(self.stripe.decide, dispute["id"], "won")
            yield partial(self.stripe.decide, dispute["id"], "lost")

    def of_months(self):
        for subscription in self.stripe.all("subscription"):
            if subscription["status"] != "canceled":
                yield partial(self.stripe.renew, subscription["id"])
                yield partial(self.stripe.renew, subscription["id"], fails=True)
                yield partial(self.stripe.end_pledge, subscription["id"], reason="")


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def expected(stripe):
    """By account what the stand-in's books say, and what the meter must say: two gifts without cover."""
    found = dict.fromkeys(ACCOUNTS, 0)
    counted = 0
    for charge in stripe.all("charge", status="succeeded"):
        kept = charge["amount"]
        found["income:gifts"] -= kept
        found["expense:fees:stripe"] += charge["balance_transaction"]["fee"]
        for refund in stripe.all("refund", charge=charge["id"], status="succeeded"):
            found["contra:refunds"] += refund["amount"]
            kept -= refund["amount"]
        for dispute in stripe.all("dispute", charge=charge["id"]):
            found["expense:fees:stripe"] += 2_000
            if dispute["status"] != "won":
                where = "asset:disputed" if dispute["status"] != "lost" else "contra:chargebacks"
                found[where] += dispute["amount"]
                kept -= dispute["amount"]
        counted += max(kept, 0)
    found["asset:stripe"] = -sum(found.values())
    return found, counted


ACCOUNTS = (
    "income:gifts",
    "expense:fees:stripe",
    "contra:refunds",
    "asset:disputed",
    "contra:chargebacks",
)


def booked():
    found = dict.fromkeys((*ACCOUNTS, "asset:stripe"), 0)
    for transfer in Transfer.objects.select_related("debit", "credit"):
        found[transfer.debit.code] += transfer.amount
        found[transfer.credit.code] -= transfer.amount
    return found, sum(DayTotal.objects.values_list("counted", flat=True))


@given(st.data())
@settings(
    max_examples=int(os.environ.get("STORIES", "6")),
    deadline=None,
    phases=[
        Phase.explicit,
        Phase.generate,
    ],  # every step talks over HTTP: to make it shorter takes long
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_the_ledger_is_what_stripe_says_in_the_end(options, data):
    with undone(), StripeStandIn() as stripe:
        options(**options_for(stripe))
        campaign = open_campaign()
        once, monthly = begin(campaign)[1], begin_monthly(campaign, amount=1_000)[1]
        story = Story(stripe, [once, monthly])

        for _ in range(data.draw(st.integers(1, 9), label="acts")):
            acts = story.possible()
            if not acts:
                break
            data.draw(st.sampled_from(acts), label="act")()
            heard = st.lists(st.sampled_from(stripe.events), max_size=4)
            for event in data.draw(heard, label="heard meanwhile"):
                hear(event)

        if data.draw(st.booleans(), label="the rest is lost"):
            Reconciliation.objects.create(provider="stripe", asked_until=NOON, asked_at=NOON)
            commands.reconcile_provider(provider=provider("stripe"), at=timezone.now())
        else:
            for event in data.draw(st.permutations(stripe.events), label="heard in the end"):
                hear(event)

        assert booked() == expected(stripe)
        assert not InboundEvent.objects.exclude(state=EventState.DONE).exists()
        for subscription in stripe.all("subscription"):
            refuse_another_state(subscription)


def refuse_another_state(subscription):
    pledge = Pledge.objects.get(provider_object=subscription["id"])
    assert (
        pledge.state
        == {
            "active": PledgeState.ACTIVE,
            "past_due": PledgeState.FAILING,
            "canceled": PledgeState.ENDED,
        }[subscription["status"]]
    )
