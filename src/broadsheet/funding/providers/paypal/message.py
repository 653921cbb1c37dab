"""What PayPal's messages say. Of their content nothing is believed but what they are about.

PayPal signs with a certificate of its own. Whether a message is PayPal's we ask PayPal itself, over the same
connection by which we ask everything else: so no certificate is fetched from an address that a message names.
(developer.paypal.com/api/rest/webhooks/rest, “Postback method”)
"""

import json
from collections.abc import Mapping
from typing import Any

from broadsheet.funding.options import PAYPAL_HOOK
from broadsheet.funding.providers.base import Heard, NotAuthentic, ProviderRefused

from .client import ask_paypal, is_test

LONGEST = 255
ORDER = "order:"
"""Before the id of an order, which looks like that of a payment."""
DISPUTED = "disputed:"
"""Before the id of a payment of which a message says that it is disputed: then its disputes must be known."""

_HEADERS = {
    "auth_algo": "PayPal-Auth-Algo",
    "cert_url": "PayPal-Cert-Url",
    "transmission_id": "PayPal-Transmission-Id",
    "transmission_sig": "PayPal-Transmission-Sig",
    "transmission_time": "PayPal-Transmission-Time",
}


def read_message(headers: Mapping[str, str], body: bytes) -> Heard:
    """What the message says, once PayPal has said that it is its own. Raises `NotAuthentic` and `ProviderAway`."""
    try:
        said = json.loads(body)
        heard = Heard(
            event_id=str(said["id"]),
            kind=str(said["event_type"]),
            subject=subject_of(said),
            is_test=is_test(),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise NotAuthentic from error
    if max(map(len, (heard.event_id, heard.kind, heard.subject))) > LONGEST:
        raise NotAuthentic
    _refuse_unsigned(headers, body)
    return heard


def subject_of(event: Mapping[str, Any]) -> str:
    """What of ours the event may concern: an order, or a payment; empty if nothing."""
    kind, resource = str(event["event_type"]), event["resource"]
    if kind.startswith("CHECKOUT.ORDER."):
        return f"{ORDER}{resource['id']}"
    if kind in ("PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED"):
        return _capture_above(resource)
    if kind.startswith("PAYMENT.CAPTURE."):
        return str(resource["id"])
    if kind.startswith("CUSTOMER.DISPUTE."):
        return f"{DISPUTED}{resource['disputed_transactions'][0]['seller_transaction_id']}"
    return ""


def _capture_above(refund: Mapping[str, Any]) -> str:
    """The payment that a refund is of: PayPal names it by a link alone."""
    above = [link["href"] for link in refund.get("links", []) if link.get("rel") == "up"]
    return str(above[0]).rstrip("/").rsplit("/", 1)[-1] if above else ""


def _refuse_unsigned(headers: Mapping[str, str], body: bytes) -> None:
    """Ask with the message as it came, byte for byte: written anew it would have another signature."""
    signature = {name: headers.get(header, "") for name, header in _HEADERS.items()}
    if not all(signature.values()):
        raise NotAuthentic
    question = json.dumps({**signature, "webhook_id": PAYPAL_HOOK.value})
    content = question[:-1].encode() + b', "webhook_event": ' + body + b"}"
    try:
        answer = ask_paypal("POST", "/v1/notifications/verify-webhook-signature", content=content)
    except ProviderRefused as refusal:
        raise NotAuthentic from refusal
    if not answer or answer.get("verification_status") != "SUCCESS":
        raise NotAuthentic
