"""What Stripe says about its objects, in our words.

Ids say by their beginning what they are of (cs_ a page to pay on, pi_ a payment with all its attempts, ch_ and py_
one attempt, in_ an invoice of a pledge, sub_ a pledge, po_ a payout). Since 2025 neither payments nor attempts say
which invoice they are for: that is asked the other way round (“Adds support for partial payments on invoices”,
Stripe's changelog of 2025-03-31).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from broadsheet.funding.facts import PaymentSnapshot
from broadsheet.funding.providers.base import ProviderRefused, Snapshot

from .client import asking, is_missing, plain
from .payments import payment_snapshot, waiting_snapshot
from .pledges import payout_snapshot, pledge_snapshot

EXPAND = ["balance_transaction", "refunds"]
FIRST = "subscription_create"


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Whose a payment is: the gift of this reference, or a later payment of this pledge."""

    donation: str = ""
    pledge: str = ""


def read(subject: str) -> Snapshot | None:
    """What is so about `subject` now; None for what is nothing of ours."""
    reader = READERS.get(subject.partition("_")[0])
    if reader is None:
        return None
    try:
        return reader(subject)
    except ProviderRefused as refusal:
        if is_missing(refusal):
            return None
        raise


def _session(subject: str) -> PaymentSnapshot | None:
    with asking() as stripe:
        session = plain(stripe.v1.checkout.sessions.retrieve(subject))
    reference = _reference(session)
    if not reference:
        return None
    snapshot = None
    if session.get("invoice"):
        snapshot = _invoice(session["invoice"])
    elif session.get("payment_intent"):
        snapshot = _intent(session["payment_intent"])
    return snapshot or waiting_snapshot(
        session,
        donation=reference,
        failed=session["status"] == "expired",
        promised=session["status"] == "complete",
    )


def _intent(subject: str) -> PaymentSnapshot | None:
    intent = _retrieved(subject)
    owner = _owner(intent, intent["id"])
    return _paid_by(intent, owner) if owner else None


def _retrieved(intent: str) -> Mapping[str, Any]:
    expanded = [f"latest_charge.{part}" for part in EXPAND]
    with asking() as stripe:
        return plain(stripe.v1.payment_intents.retrieve(intent, {"expand": expanded}))


def _paid_by(intent: Mapping[str, Any], owner: Owner) -> PaymentSnapshot | None:
    charge = intent.get("latest_charge")
    if charge:
        return payment_snapshot(charge, donation=owner.donation, pledge=owner.pledge)
    return waiting_snapshot(
        intent,
        donation=owner.donation,
        pledge=owner.pledge,
        failed=intent["status"] == "canceled",
    )


def _charge(subject: str) -> PaymentSnapshot | None:
    with asking() as stripe:
        charge = plain(stripe.v1.charges.retrieve(subject, {"expand": EXPAND}))
    owner = _owner(charge, charge.get("payment_intent"))
    if owner is None:
        return None
    return payment_snapshot(charge, donation=owner.donation, pledge=owner.pledge)


def _invoice(subject: str) -> PaymentSnapshot | None:
    with asking() as stripe:
        invoice = plain(stripe.v1.invoices.retrieve(subject, {"expand": ["payments"]}))
    owner = _owner_by_invoice(invoice)
    attempts = [
        attempt
        for attempt in invoice.get("payments", {}).get("data", [])
        if attempt["payment"].get("payment_intent")
    ]
    if owner is None or not attempts:
        return None
    # One that is paid stays so; of others the latest, which comes first.
    chosen = next((attempt for attempt in attempts if attempt["status"] == "paid"), attempts[0])
    return _paid_by(_retrieved(chosen["payment"]["payment_intent"]), owner)


def _subscription(subject: str) -> Snapshot:
    with asking() as stripe:
        return pledge_snapshot(plain(stripe.v1.subscriptions.retrieve(subject)))


def _payout(subject: str) -> Snapshot:
    with asking() as stripe:
        return payout_snapshot(plain(stripe.v1.payouts.retrieve(subject)))


READERS: Mapping[str, Callable[[str], Snapshot | None]] = {
    "cs": _session,
    "pi": _intent,
    "ch": _charge,
    "py": _charge,
    "in": _invoice,
    "sub": _subscription,
    "po": _payout,
}


# Whose it is


def _reference(thing: Mapping[str, Any]) -> str:
    return str((thing.get("metadata") or {}).get("donation", ""))


def _owner(thing: Mapping[str, Any], intent: str | None) -> Owner | None:
    """Whose payment `thing` is, a payment or an attempt at it; None for nobody's of ours."""
    if reference := _reference(thing):
        return Owner(donation=reference)
    if not intent:
        return None
    asked = {"payment": {"type": "payment_intent", "payment_intent": intent}, "limit": 1}
    with asking() as stripe:
        found = plain(stripe.v1.invoice_payments.list(asked))["data"]
        if not found:
            return None
        return _owner_by_invoice(plain(stripe.v1.invoices.retrieve(found[0]["invoice"])))


def _owner_by_invoice(invoice: Mapping[str, Any]) -> Owner | None:
    details = (invoice.get("parent") or {}).get("subscription_details")
    if not details:
        return None
    is_first = invoice.get("billing_reason") == FIRST
    return Owner(
        donation=_reference(details) if is_first else "", pledge=str(details["subscription"])
    )
