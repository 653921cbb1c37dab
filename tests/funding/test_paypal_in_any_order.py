"""Whatever PayPal's messages tell, how often, in which order, and how many are lost: the ledger is the same.

A gift is taken, refunded in parts, disputed and decided, at the stand-in; the ledger is then compared with its books.
"""

from functools import partial

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding import commands
from broadsheet.funding.models import EventState, InboundEvent
from broadsheet.funding.providers.paypal.client import forget_token
from factories.funding import open_campaign
from factories.giving import begin_gift
from factories.moments import NOON
from factories.paypal import PayPal
from factories.stories import as_many_as_asked_for, booked, tell, undone

pytestmark = pytest.mark.django_db

PAID, FEE = 2_500, 97
HERE = "https://news.example/"
RETURNED = (
    "income:gifts",
    "expense:fees:paypal",
    "contra:refunds",
    "asset:disputed",
    "contra:chargebacks",
    "asset:paypal",
)


class Story:
    """What may happen to one gift, as far as it can at that point; what has is kept in cents."""

    def __init__(self, paypal, order):
        self.paypal, self.order = paypal, order
        self.refunded = self.disputed = self.since = 0
        self.dispute = ""
        self.outcome = ""
        self.is_reversed = False

    def possible(self):
        """Each act there is now, as something to call."""
        if self.paypal.orders[self.order]["status"] == "PAYER_ACTION_REQUIRED":
            return [self.approve]
        if not self.paypal.captures:
            return [self.tell_of_the_order]
        return [*self.of_refunds(), *self.of_disputes()]

    def of_refunds(self):
        rest = 0 if self.is_reversed else PAID - self.refunded
        for amount in {rest, min(rest, 700)} - {0}:
            yield partial(self.refund, amount)

    def of_disputes(self):
        if not self.dispute and self.refunded < PAID:
            yield partial(self.open, PAID - self.refunded)
            yield partial(self.open, min(PAID - self.refunded, 1_000))
        if self.dispute and self.outcome != "RESOLVED_SELLER_FAVOUR" and not self.is_reversed:
            yield partial(self.decide, "RESOLVED_SELLER_FAVOUR")
        if self.dispute and not self.outcome:
            yield partial(self.decide, "RESOLVED_BUYER_FAVOUR")
        is_lost = self.outcome == "RESOLVED_BUYER_FAVOUR" and self.since < self.disputed
        if is_lost and self.disputed == PAID - self.refunded and not self.is_reversed:
            yield self.reverse

    def approve(self):
        self.paypal.approve(self.order)
        self.tell_of_the_order()

    def tell_of_the_order(self):
        self.paypal.event("CHECKOUT.ORDER.APPROVED", {"id": self.order})

    def refund(self, amount):
        self.refunded += amount
        self.since += amount if self.dispute else 0
        self.paypal.refund(self.paypal.only_capture(), f"{amount / 100:.2f}")
        above = [{"rel": "up", "href": f"/v2/payments/captures/{self.paypal.only_capture()}"}]
        self.paypal.event("PAYMENT.CAPTURE.REFUNDED", {"links": above})

    def open(self, amount):
        self.disputed = amount
        self.dispute = self.paypal.dispute(self.paypal.only_capture(), f"{amount / 100:.2f}")
        self.tell_of_the_dispute("CREATED")

    def decide(self, outcome):
        self.outcome = outcome
        self.paypal.decide(self.dispute, outcome)
        self.tell_of_the_dispute("RESOLVED")

    def reverse(self):
        self.is_reversed = True
        self.paypal.reverse(self.paypal.only_capture())
        self.tell_of_the_dispute("UPDATED")

    def tell_of_the_dispute(self, what):
        transactions = [{"seller_transaction_id": self.paypal.only_capture()}]
        self.paypal.event(f"CUSTOMER.DISPUTE.{what}", {"disputed_transactions": transactions})

    def expected(self):
        """By account what the books of this story say, and what the meter must say."""
        if not self.paypal.captures:
            return dict.fromkeys(RETURNED, 0), 0
        is_sent = self.since >= self.disputed or self.refunded == PAID
        is_lost = self.is_reversed
        is_open = self.outcome != "RESOLVED_SELLER_FAVOUR" and not is_lost
        is_open = is_open and not (self.outcome and is_sent)
        disputed, lost = self.disputed * is_open, self.disputed * is_lost
        gone = self.refunded + disputed + lost
        found = (-PAID, FEE, self.refunded, disputed, lost, PAID - FEE - gone)
        return dict(zip(RETURNED, found, strict=True)), max(PAID - gone, 0)


def hear(paypal, event):
    headers, body = paypal.signed(event)
    kept = commands.receive_event(
        provider_code="paypal", headers=headers, body=body, at=timezone.now()
    )
    commands.act_on_event(event=kept, at=timezone.now())


@given(st.data())
@as_many_as_asked_for
def test_the_ledger_is_what_paypal_says_in_the_end(options, data):
    forget_token()
    with undone(), PayPal() as paypal:
        options(**paypal.options())
        gift = begin_gift(open_campaign(), provider="paypal")
        commands.start_payment(donation=gift, return_to=HERE, cancel_to=HERE, at=NOON)
        story = Story(paypal, next(iter(paypal.orders)))

        tell(
            data,
            provider="paypal",
            possible=story.possible,
            events=paypal.events,
            hear=partial(hear, paypal),
        )

        assert booked(RETURNED) == story.expected()
        assert not InboundEvent.objects.exclude(state=EventState.DONE).exists()
