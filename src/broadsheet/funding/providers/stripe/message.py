"""What Stripe's messages say. Of their content nothing is believed but what they are about."""

import json
from collections.abc import Mapping
from typing import Any

from broadsheet.funding.options import STRIPE_HOOK_SECRETS
from broadsheet.funding.providers.base import Heard, NotAuthentic

SIGNATURE = "Stripe-Signature"
TOLERANCE_SECONDS = 300
LONGEST = 255

_BY_THEMSELVES = frozenset(
    {"checkout.session", "payment_intent", "charge", "invoice", "subscription", "payout"}
)
_BY_THEIR_CHARGE = frozenset({"refund", "dispute", "radar.early_fraud_warning"})


def hook_secrets() -> list[str]:
    """What Stripe may sign with: the secret of the endpoint, and the one before it while they overlap."""
    return [part.strip() for part in STRIPE_HOOK_SECRETS.value.split(",") if part.strip()]


def read_message(headers: Mapping[str, str], body: bytes, *, is_test: bool) -> Heard:
    """What the message says, once it is proven to be Stripe's, fresh, and of the mode we are in.

    Raises `NotAuthentic`.
    """
    _refuse_unsigned(headers.get(SIGNATURE, ""), body)
    try:
        said = json.loads(body)
        heard = Heard(
            event_id=str(said["id"]),
            kind=str(said["type"]),
            subject=subject_of(said),
            is_test=not said["livemode"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise NotAuthentic from error
    if heard.is_test != is_test or max(map(len, (heard.event_id, heard.subject))) > LONGEST:
        raise NotAuthentic
    return heard


def subject_of(event: Mapping[str, Any]) -> str:
    """What of ours the event may concern; empty if nothing."""
    changed = event["data"]["object"]
    kind = changed.get("object", "")
    if kind in _BY_THEMSELVES:
        return str(changed.get("id") or "")
    if kind in _BY_THEIR_CHARGE:
        return str(changed.get("charge") or changed.get("payment_intent") or "")
    return ""


def _refuse_unsigned(signature: str, body: bytes) -> None:
    import stripe

    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise NotAuthentic from error
    for secret in hook_secrets():
        try:
            stripe.WebhookSignature.verify_header(text, signature, secret, TOLERANCE_SECONDS)
        except stripe.SignatureVerificationError:
            continue
        return
    raise NotAuthentic
