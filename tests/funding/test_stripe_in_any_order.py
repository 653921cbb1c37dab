"""Whatever Stripe's messages tell, how often, in which order, and how many of them are lost: the ledger is the same.

Every story happens at the stand-in; of its messages any are delivered, at any time while it goes on. What was lost is
found by asking at night. The ledger is then compared with the stand-in's own books, reckoned another way.
"""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.models import EventState, InboundEvent, Pledge, PledgeState
from factories.funding import open_campaign
from factories.stories import as_many_as_asked_for, booked, tell, undone
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


@given(st.data())
@as_many_as_asked_for
def test_the_ledger_is_what_stripe_says_in_the_end(options, data):
    with undone(), StripeStandIn() as stripe:
        options(**options_for(stripe))
        campaign = open_campaign()
        once, monthly = begin(campaign)[1], begin_monthly(campaign, amount=1_000)[1]
        story = Story(stripe, [once, monthly])

        tell(data, provider="stripe", possible=story.possible, events=stripe.events, hear=hear)

        assert booked((*ACCOUNTS, "asset:stripe")) == expected(stripe)
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
