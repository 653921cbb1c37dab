"""BTCPay Server, as `funding.providers` knows it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from django.utils.translation import gettext_lazy as _

from broadsheet.funding.currencies import EXPONENTS, exponent, units
from broadsheet.funding.facts import PaymentSnapshot
from broadsheet.funding.models import Donation
from broadsheet.funding.money import LARGEST
from broadsheet.funding.options import (
    BTCPAY_ADDRESS,
    BTCPAY_HOOK_SECRETS,
    BTCPAY_KEY,
    BTCPAY_STORE,
)
from broadsheet.funding.providers.base import (
    Ability,
    Heard,
    Provider,
    ProviderAway,
    ProviderRefused,
    Redirect,
)
from broadsheet.funding.providers.json_api import ask_json

from .message import hook_secrets, read_message
from .moments import moment

CODE = "btcpay"
MINUTES = 60
"""For how long an invoice may be paid."""
LATEST_CHANGE = timedelta(days=3)
"""How long after it was made an invoice may still change: an hour to pay, a day of watching, confirmations."""
PAGE = 100
OPEN = {"New", "Processing"}


class BTCPayProvider(Provider):
    """Takes bitcoin, once. It keeps no fee, and nothing can be sent back: nobody knows whose address it was."""

    code = CODE
    way = "bitcoin"
    label = _("Bitcoin")
    abilities = frozenset({Ability.ONCE, Ability.HOOK})

    # What the newsroom has set up

    def is_ready(self) -> bool:
        """Where all four options are set."""
        return all((BTCPAY_ADDRESS.value, BTCPAY_STORE.value, BTCPAY_KEY.value, hook_secrets()))

    def trouble(self) -> list[str]:
        """What is missing although something is set."""
        options = (BTCPAY_ADDRESS, BTCPAY_STORE, BTCPAY_KEY, BTCPAY_HOOK_SECRETS)
        if self.is_ready() or not any(option.value for option in options):
            return []
        missing = ", ".join(option.name for option in options if not option.value)
        return [f"BTCPay is set up in part; what is missing: {missing}."]

    def currencies(self) -> frozenset[str]:
        """Every one: which of them it knows a rate for, the server says when it is asked."""
        return frozenset(EXPONENTS)

    def least(self, currency: str) -> int:
        """One whole unit: less would not be worth what the network takes."""
        return units(currency)

    def most(self, currency: str) -> int:  # noqa: ARG002 - as the interface has it
        """As much as any gift."""
        return LARGEST

    # What donors do

    def begin(
        self,
        donation: Donation,
        *,
        return_to: str,
        cancel_to: str,  # noqa: ARG002 - as the interface has it
    ) -> Redirect:
        """Make an invoice, or answer the open one there is. It leads back when it is paid; BTCPay cannot cancel.

        BTCPay has no keys against doing something twice, but finds invoices by our reference.
        """
        invoice = self._open_invoice(donation) or self._new_invoice(donation, return_to=return_to)
        return Redirect(
            address=str(invoice["checkoutLink"]),
            provider_object=str(invoice["id"]),
            expires_at=moment(invoice["expirationTime"]),
        )

    def _open_invoice(self, donation: Donation) -> Mapping[str, Any] | None:
        query = urlencode({"orderId": donation.reference, "take": 10})
        invoices = self._ask("GET", f"invoices?{query}") or []
        for invoice in invoices:
            if invoice.get("status") in OPEN and _reference(invoice) == donation.reference:
                return dict(invoice)
        return None

    def _new_invoice(self, donation: Donation, *, return_to: str) -> Mapping[str, Any]:
        amount = Decimal(donation.amount + donation.cover).scaleb(-exponent(donation.currency))
        said = {
            "amount": f"{amount:f}",
            "currency": donation.currency,
            "metadata": {"orderId": donation.reference},
            "checkout": {
                "expirationMinutes": MINUTES,
                "redirectURL": return_to,
                "redirectAutomatically": True,
            },
        }
        invoice = self._ask("POST", "invoices", said)
        if invoice is None:
            raise ProviderRefused(
                "There is no such store, or the key does not allow to make invoices."
            )
        if not _is_at(str(invoice.get("checkoutLink", "")), BTCPAY_ADDRESS.value):
            raise ProviderRefused("The invoice's page is not at btcpay_address.")
        return dict(invoice)

    # What it tells us

    def authenticate(self, headers: Mapping[str, str], body: bytes) -> Heard:
        """Believe what is signed with the hook's secret."""
        if not self.is_ready():
            return super().authenticate(headers, body)
        return read_message(headers, body, store=BTCPAY_STORE.value)

    def snapshot(self, subject: str) -> PaymentSnapshot | None:
        """Ask about an invoice; and, once it is settled, when its payments came. None if it is none of ours."""
        invoice = self._ask("GET", f"invoices/{quote(subject, safe='')}")
        if invoice is None or not _reference(invoice):
            return None
        try:
            return self._read(invoice)
        except (KeyError, TypeError, ValueError, InvalidOperation) as error:
            raise ProviderAway from error

    def changed_since(self, moment: datetime) -> Iterable[str]:
        """Every invoice that may have changed since then, by when it was made."""
        since = int((moment - LATEST_CHANGE).timestamp())
        found: list[str] = []
        while True:
            query = urlencode({"startDate": since, "skip": len(found), "take": PAGE})
            page = self._ask("GET", f"invoices?{query}") or []
            found += [str(invoice["id"]) for invoice in page]
            if len(page) < PAGE:
                return reversed(found)

    def _read(self, invoice: Mapping[str, Any]) -> PaymentSnapshot:
        status, currency = invoice["status"], str(invoice["currency"]).upper()
        minor = Decimal(str(invoice["amount"])).scaleb(exponent(currency))
        return PaymentSnapshot(
            provider=CODE,
            payment=str(invoice["id"]),
            donation=_reference(invoice),
            pledge="",
            currency=currency,
            amount=int(minor.to_integral_value()),
            settled_at=self._settled_at(invoice) if status == "Settled" else None,
            failed=status in ("Expired", "Invalid"),
            promised=status == "Processing",
            is_test=False,
            fee=0,
            fee_id="",
        )

    def _settled_at(self, invoice: Mapping[str, Any]) -> datetime:
        """When the last of its payments came; of one that somebody marked as settled by hand, when it was made."""
        methods = self._ask("GET", f"invoices/{quote(str(invoice['id']), safe='')}/payment-methods")
        payments = [payment for method in methods or [] for payment in method.get("payments", [])]
        came = [moment(payment["receivedDate"]) for payment in payments]
        return max(came) if came else moment(invoice["createdTime"])

    def _ask(self, method: str, path: str, said: Any = None) -> Any:
        store = quote(BTCPAY_STORE.value, safe="")
        return ask_json(
            method,
            f"{BTCPAY_ADDRESS.value.rstrip('/')}/api/v1/stores/{store}/{path}",
            headers={"Authorization": f"token {BTCPAY_KEY.value}"},
            said=said,
        )


def _reference(invoice: Mapping[str, Any]) -> str:
    return str((invoice.get("metadata") or {}).get("orderId") or "")


def _is_at(address: str, server: str) -> bool:
    """Whether donors are led to the very server that the operator has named."""
    place, ours = urlsplit(address), urlsplit(server)
    return (place.scheme, place.netloc) == (ours.scheme, ours.netloc)
