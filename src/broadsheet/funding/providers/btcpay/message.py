"""What BTCPay's messages say. Of their content nothing is believed but which invoice they are about."""

import hashlib
import hmac
import json
from collections.abc import Mapping

from broadsheet.funding.options import BTCPAY_HOOK_SECRETS
from broadsheet.funding.providers.base import Heard, NotAuthentic

SIGNATURE = "BTCPay-Sig"
LONGEST = 255


def hook_secrets() -> list[str]:
    """What BTCPay may sign with: the secret of the hook, and the one before it while they overlap."""
    return [part.strip() for part in BTCPAY_HOOK_SECRETS.value.split(",") if part.strip()]


def read_message(headers: Mapping[str, str], body: bytes, *, store: str) -> Heard:
    """What the message says, once it is proven to be BTCPay's and about `store`. Raises `NotAuthentic`.

    A delivery sent again has the number of the first, so that it is known again.
    """
    _refuse_unsigned(headers.get(SIGNATURE, ""), body)
    try:
        said = json.loads(body)
        delivery = said["originalDeliveryId"] if said.get("isRedelivery") else said["deliveryId"]
        heard = Heard(
            event_id=str(delivery),
            kind=str(said["type"]),
            subject=str(said.get("invoiceId") or ""),
            is_test=False,
        )
        is_ours = said["storeId"] == store
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAuthentic from error
    if not is_ours or max(map(len, (heard.event_id, heard.kind, heard.subject))) > LONGEST:
        raise NotAuthentic
    return heard


def _refuse_unsigned(signature: str, body: bytes) -> None:
    for secret in hook_secrets():
        digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        if hmac.compare_digest(f"sha256={digest}".encode(), signature.encode()):
            return
    raise NotAuthentic
