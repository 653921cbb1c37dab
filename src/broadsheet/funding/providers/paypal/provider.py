"""PayPal, as `funding.providers` knows it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from django.utils import timezone

from broadsheet.funding.currencies import units
from broadsheet.funding.facts import PaymentSnapshot
from broadsheet.funding.models import Donation
from broadsheet.funding.money import LARGEST
from broadsheet.funding.options import PAYPAL_CLIENT, PAYPAL_FEES, PAYPAL_HOOK, PAYPAL_SECRET
from broadsheet.funding.providers.base import (
    Ability,
    Heard,
    Provider,
    ProviderAway,
    ProviderRefused,
    Redirect,
)
from broadsheet.funding.providers.fees import FeesUnreadable, fee_of, read_fees

from .amounts import CURRENCIES, to_paypal
from .client import ask_paypal, is_test
from .message import ORDER, read_message, subject_of
from .orders import PROVIDER, snapshot_of

LASTS = timedelta(hours=3)
"""For how long an order waits to be approved."""
LISTED = timedelta(days=29)
"""PayPal lists the messages of 30 days, and refuses to be asked for older ones."""
CAPTURED = "COMPLETED"


class PayPalProvider(Provider):
    """Takes what a PayPal account has, or a card that is typed in on PayPal's page, once.

    So it takes cards, and who is stopped from trying out stolen ones elsewhere might come here: `Ability.CARD`
    has addresses with many declines begin nothing here either, and the breaker count what PayPal declines. It
    counts only what we are told, declines of orders that were approved: those on PayPal's own page are PayPal's
    to stop. What is switched off then is PayPal alone, for half an hour.
    """

    code = PROVIDER
    way = "wallet"
    label = "PayPal"
    abilities = frozenset(
        {Ability.ONCE, Ability.CARD, Ability.HOOK, Ability.REFUND, Ability.PARTIAL_REFUND}
    )

    # What the newsroom has set up

    def is_ready(self) -> bool:
        """Where there is an app, and a webhook to check messages with."""
        return all((PAYPAL_CLIENT.value, PAYPAL_SECRET.value, PAYPAL_HOOK.value))

    def trouble(self) -> list[str]:
        """What is missing although something is set; a sandbox; fees that cannot be read."""
        options = (PAYPAL_CLIENT, PAYPAL_SECRET, PAYPAL_HOOK)
        if not any(option.value for option in options):
            return []
        missing = ", ".join(option.name for option in options if not option.value)
        found = [f"PayPal is set up in part; what is missing: {missing}."] if missing else []
        if is_test():
            found.append("paypal_address is PayPal's sandbox: no real money is taken.")
        try:
            read_fees(PAYPAL_FEES.value)
        except FeesUnreadable as error:
            found.append(f"paypal_fees cannot be read at “{error}”; write it as EUR 2.49% + 0.35.")
        return found

    def currencies(self) -> frozenset[str]:
        """What PayPal takes everywhere, with the decimals that the currency has."""
        return CURRENCIES

    def least(self, currency: str) -> int:
        """One whole unit: PayPal names no least, and keeps a fixed part of every payment."""
        return units(currency)

    def most(self, currency: str) -> int:  # noqa: ARG002 - as the interface has it
        """PayPal's own largest is far beyond any gift's."""
        return LARGEST

    def fee_of(self, amount: int, currency: str) -> int | None:
        """What the option says that PayPal keeps; None for currencies of which it says nothing."""
        return fee_of(PAYPAL_FEES.value, amount, currency)

    # What donors do

    def begin(self, donation: Donation, *, return_to: str, cancel_to: str) -> Redirect:
        """Make an order, or answer the one there is. Once it has been captured, it leads to `return_to`."""
        order = self._order_before(donation) or ask_paypal(
            "POST",
            "/v2/checkout/orders",
            said=_order_for(donation, return_to=return_to, cancel_to=cancel_to),
            key=f"gift-{donation.reference}",
        )
        try:
            address = return_to if order["status"] == CAPTURED else _page_of(order)
            return Redirect(
                address=address,
                provider_object=f"{ORDER}{order['id']}",
                expires_at=_moment(order.get("create_time")) + LASTS,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ProviderAway from error

    def _order_before(self, donation: Donation) -> Any:
        if not donation.provider_object.startswith(ORDER):
            return None
        order_id = donation.provider_object.removeprefix(ORDER)
        return ask_paypal("GET", f"/v2/checkout/orders/{quote(order_id, safe='')}")

    # What the newsroom asks for

    def refund(self, donation: Donation, *, amount: int, key: str) -> None:
        """Refund a part, or all of it."""
        payment = donation.provider_object
        if payment.startswith(ORDER):
            snapshot = self.snapshot(payment)
            if snapshot is None or snapshot.settled_at is None:
                raise ProviderRefused("refund")
            payment = snapshot.payment
        ask_paypal(
            "POST",
            f"/v2/payments/captures/{quote(payment, safe='')}/refund",
            said={"amount": to_paypal(amount, donation.currency)},
            key=f"refund-{key}",
        )

    # What it tells us

    def authenticate(self, headers: Mapping[str, str], body: bytes) -> Heard:
        """Believe what PayPal, asked, calls its own."""
        if not self.is_ready():
            return super().authenticate(headers, body)
        return read_message(headers, body)

    def snapshot(self, subject: str) -> PaymentSnapshot | None:
        """Ask; an order that was approved is captured."""
        return snapshot_of(subject)

    def changed_since(self, moment: datetime) -> Iterable[str]:
        """What PayPal's own list of messages says, which holds those too that never reached us."""
        now = timezone.now()
        query = {
            "start_time": _written(max(moment - timedelta(minutes=5), now - LISTED)),
            "end_time": _written(now),
            "page_size": "50",
        }
        path = f"/v1/notifications/webhooks-events?{urlencode(query)}"
        found: list[str] = []
        while path:
            page = ask_paypal("GET", path) or {}
            for event in page.get("events", []):
                try:
                    found.append(subject_of(event))
                except (KeyError, TypeError, IndexError):
                    continue
            path = _next_path(page)
        # The newest stand first.
        return dict.fromkeys(subject for subject in reversed(found) if subject)


def _order_for(donation: Donation, *, return_to: str, cancel_to: str) -> dict[str, Any]:
    return {
        "intent": "CAPTURE",
        "purchase_units": [
            {
                "custom_id": donation.reference,
                "description": donation.reference,
                "amount": to_paypal(donation.amount + donation.cover, donation.currency),
            }
        ],
        "payment_source": {
            "paypal": {
                "experience_context": {
                    "return_url": return_to,
                    "cancel_url": cancel_to,
                    "user_action": "PAY_NOW",
                    "shipping_preference": "NO_SHIPPING",
                    "payment_method_preference": "IMMEDIATE_PAYMENT_REQUIRED",
                }
            }
        },
    }


def _page_of(order: Mapping[str, Any]) -> str:
    """Where the donor approves it. Raises `ValueError` if that is not said, or not safe to go to."""
    pages = [link["href"] for link in order["links"] if link["rel"] in ("payer-action", "approve")]
    if not pages or urlsplit(pages[0]).scheme not in ("https", "http"):
        raise ValueError("An order without a page to approve it on.")
    return str(pages[0])


def _moment(written: str | None) -> datetime:
    return datetime.fromisoformat(written) if written else timezone.now()


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _next_path(page: Mapping[str, Any]) -> str:
    """Where the rest of a list is: of the address that PayPal says only what comes after the server is used."""
    following = [link["href"] for link in page.get("links", []) if link.get("rel") == "next"]
    if not following:
        return ""
    place = urlsplit(following[0])
    return f"{place.path}?{place.query}"
