"""Stripe, as `funding.providers` knows it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.facts import PaymentSnapshot
from broadsheet.funding.models import Donation, Pledge
from broadsheet.funding.options import STRIPE_FEES, STRIPE_KEY
from broadsheet.funding.providers.base import (
    Ability,
    Heard,
    Provider,
    ProviderRefused,
    Redirect,
    Snapshot,
)
from broadsheet.funding.providers.fees import FeesUnreadable, fee_of, read_fees

from . import amounts
from .changes import changed_subjects
from .checkout import expires_at, session_parameters
from .client import asking, is_installed, plain
from .message import hook_secrets, read_message
from .reading import read

TEST_KEY = "_test_"
ENDED = "canceled"


class StripeProvider(Provider):
    """Takes cards and what else the Stripe account is set up for, once or again and again."""

    code = "stripe"
    way = "card"
    label = _("Card and more")
    abilities = frozenset(Ability) - {Ability.OFFLINE}

    # What the newsroom has set up

    def is_ready(self) -> bool:
        """Where there is a key, and something to check messages with."""
        return is_installed() and bool(STRIPE_KEY.value and hook_secrets())

    @property
    def is_test(self) -> bool:
        """Whether the key is one of Stripe's test mode."""
        return TEST_KEY in STRIPE_KEY.value

    def trouble(self) -> list[str]:
        """What keeps it from being ready although something of it is set; fees that cannot be read."""
        found = []
        if STRIPE_KEY.value and not is_installed():
            found.append(
                "stripe_key is set, but Stripe's SDK is not installed: pip install broadsheet[stripe]."
            )
        if STRIPE_KEY.value and not hook_secrets():
            found.append(
                "stripe_key is set, but stripe_hook_secrets is not: no payment would be heard of."
            )
        if self.is_test:
            found.append("stripe_key is one of Stripe's test mode: no real money is taken.")
        try:
            read_fees(STRIPE_FEES.value)
        except FeesUnreadable as error:
            found.append(f"stripe_fees cannot be read at “{error}”; write it as EUR 1.5% + 0.25.")
        return found

    def currencies(self) -> frozenset[str]:
        """What Stripe takes somewhere; an account may take less."""
        return amounts.CURRENCIES

    def least(self, currency: str) -> int:
        """Stripe's own least charge."""
        return amounts.least(currency)

    def most(self, currency: str) -> int:
        """Stripe's own largest."""
        return amounts.most(currency)

    def fee_of(self, amount: int, currency: str) -> int | None:
        """What the option says that Stripe keeps; None for currencies of which it says nothing."""
        return fee_of(STRIPE_FEES.value, amount, currency)

    # What donors do

    def begin(self, donation: Donation, *, return_to: str, cancel_to: str) -> Redirect:
        """Make a page of Stripe's Checkout, or answer the one there is.

        Once it has been paid on, it leads to `return_to`. Refuses one that has expired.
        """
        with asking() as stripe:
            if donation.provider_object:
                session = stripe.v1.checkout.sessions.retrieve(donation.provider_object)
            else:
                session = stripe.v1.checkout.sessions.create(
                    session_parameters(donation, return_to=return_to, cancel_to=cancel_to),
                    {"idempotency_key": f"gift-{donation.reference}"},
                )
        if session.status == "expired":
            raise ProviderRefused("expired")
        return Redirect(
            address=session.url if session.status == "open" else return_to,
            provider_object=session.id,
            expires_at=expires_at(donation),
        )

    def portal_url(self, pledge: Pledge, *, return_to: str) -> str:
        """The page of Stripe's customer portal on which the card is changed, and which then leads back."""
        back = {"type": "redirect", "redirect": {"return_url": return_to}}
        with asking() as stripe:
            subscription = stripe.v1.subscriptions.retrieve(pledge.provider_object)
            session = stripe.v1.billing_portal.sessions.create(
                {
                    "customer": subscription.customer,
                    "return_url": return_to,
                    "flow_data": {"type": "payment_method_update", "after_completion": back},
                }
            )
        return str(session.url)

    # What the newsroom asks for

    def refund(self, donation: Donation, *, amount: int, key: str) -> None:
        """Refund a part, or all of it."""
        charge = donation.provider_object
        if not charge.startswith(("ch_", "py_")):
            snapshot = self.snapshot(charge)
            if not isinstance(snapshot, PaymentSnapshot) or snapshot.settled_at is None:
                raise ProviderRefused("refund")
            charge = snapshot.payment
        with asking() as stripe:
            stripe.v1.refunds.create(
                {"charge": charge, "amount": amounts.to_stripe(amount, donation.currency)},
                {"idempotency_key": f"refund-{key}"},
            )

    def cancel(self, pledge: Pledge) -> None:
        """End the subscription now: what has been given is given."""
        with asking() as stripe:
            subscription = stripe.v1.subscriptions.retrieve(pledge.provider_object)
            if subscription.status != ENDED:
                stripe.v1.subscriptions.cancel(pledge.provider_object)

    def pause(self, pledge: Pledge, *, until: date | None) -> None:
        """Void what would be charged, up to the beginning of the day `until` where the newspaper is."""
        pause: dict[str, Any] = {"behavior": "void"}
        if until:
            begins = timezone.make_aware(datetime.combine(until, time.min))
            pause["resumes_at"] = int(begins.timestamp())
        self._update(pledge, {"pause_collection": pause})

    def resume(self, pledge: Pledge) -> None:
        """Charge again from the next day on."""
        self._update(pledge, {"pause_collection": ""})

    def change_amount(self, pledge: Pledge, *, amount: int) -> None:
        """Charge another price from the next day on; nothing is charged or given back in between."""
        with asking() as stripe:
            item = plain(stripe.v1.subscriptions.retrieve(pledge.provider_object))["items"]["data"][
                0
            ]
        price = item["price"]
        if price["unit_amount"] == amounts.to_stripe(amount, pledge.currency):
            return
        self._update(
            pledge,
            {
                "proration_behavior": "none",
                "items": [
                    {
                        "id": item["id"],
                        "price_data": {
                            "currency": price["currency"],
                            "product": price["product"],
                            "unit_amount": amounts.to_stripe(amount, pledge.currency),
                            "recurring": {"interval": price["recurring"]["interval"]},
                        },
                    }
                ],
            },
        )

    def _update(self, pledge: Pledge, changes: dict[str, Any]) -> None:
        with asking() as stripe:
            stripe.v1.subscriptions.update(pledge.provider_object, changes)

    # What it tells us

    def authenticate(self, headers: Mapping[str, str], body: bytes) -> Heard:
        """Believe what is signed with the endpoint's secret, and not older than five minutes."""
        if not self.is_ready():
            return super().authenticate(headers, body)
        return read_message(headers, body, is_test=self.is_test)

    def snapshot(self, subject: str) -> Snapshot | None:
        """Ask; mostly one question."""
        return read(subject)

    def changed_since(self, moment: datetime) -> Iterable[str]:
        """What Stripe's own list of events says, which holds those too that never reached us."""
        return changed_subjects(moment - timedelta(minutes=5))
