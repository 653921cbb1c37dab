"""PayPal's orders and payments, in our words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from broadsheet.funding.facts import PaymentSnapshot, RefundSnapshot, RefundState
from broadsheet.funding.providers.base import ProviderAway

from .amounts import from_paypal
from .client import ask_paypal, is_test
from .message import ORDER

PROVIDER = "paypal"
RECEIVED = {"COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED"}
FAILED = {"DECLINED", "FAILED"}
_REFUNDS = {"COMPLETED": RefundState.SUCCEEDED, "FAILED": RefundState.FAILED}
"""One that was cancelled never left, as one that is pending has not."""


def snapshot_of(subject: str) -> PaymentSnapshot | None:
    """What is so about an order, or the order of a payment; None if it is none of ours.

    An order that its donor has approved is captured first: that is what they have asked for, and until then no
    money moves. Asked twice, it is captured once. Raises `ProviderAway` and `ProviderRefused`.
    """
    order_id = subject.removeprefix(ORDER) if subject.startswith(ORDER) else _order_of(subject)
    order = _order(order_id) if order_id else None
    if order is None or not _reference(order):
        return None
    if order["status"] == "APPROVED":
        captured = ask_paypal(
            "POST",
            f"/v2/checkout/orders/{quote(order_id, safe='')}/capture",
            said={},
            key=f"capture-{order_id}",
        )
        order = _order(order_id) or captured
    try:
        return _read(order)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise ProviderAway from error


def _order(order_id: str) -> Any:
    return ask_paypal("GET", f"/v2/checkout/orders/{quote(order_id, safe='')}")


def _order_of(capture_id: str) -> str:
    capture = ask_paypal("GET", f"/v2/payments/captures/{quote(capture_id, safe='')}") or {}
    related = (capture.get("supplementary_data") or {}).get("related_ids") or {}
    return str(related.get("order_id") or "")


def _reference(order: Mapping[str, Any]) -> str:
    units = order.get("purchase_units") or [{}]
    return str(units[0].get("custom_id") or "")


def _read(order: Mapping[str, Any]) -> PaymentSnapshot:
    unit = order["purchase_units"][0]
    payments = unit.get("payments") or {}
    captures = payments.get("captures") or []
    # A payment that was declined may have been followed by one that was not.
    capture = next((one for one in captures if one["status"] not in FAILED), None)
    capture = capture or (captures[-1] if captures else None)
    if capture is None:
        return _waiting(order, unit["amount"])
    currency = capture["amount"]["currency_code"]
    amount = from_paypal(capture["amount"], currency)
    is_received = capture["status"] in RECEIVED
    return PaymentSnapshot(
        provider=PROVIDER,
        payment=capture["id"],
        donation=_reference(order),
        pledge="",
        currency=currency,
        amount=amount,
        settled_at=datetime.fromisoformat(capture["create_time"]) if is_received else None,
        failed=capture["status"] in FAILED,
        promised=capture["status"] == "PENDING",
        is_test=is_test(),
        fee=_fee(capture, currency),
        fee_id="",
        refunds=_refunds(capture, payments.get("refunds") or [], amount) if is_received else (),
    )


def _waiting(order: Mapping[str, Any], money: Mapping[str, str]) -> PaymentSnapshot:
    currency = money["currency_code"]
    return PaymentSnapshot(
        provider=PROVIDER,
        payment=f"{ORDER}{order['id']}",
        donation=_reference(order),
        pledge="",
        currency=currency,
        amount=from_paypal(money, currency),
        settled_at=None,
        failed=order["status"] == "VOIDED",
        is_test=is_test(),
        fee=None,
        fee_id="",
    )


def _fee(capture: Mapping[str, Any], currency: str) -> int | None:
    """What PayPal kept; None until it says so, and where it keeps it in another currency."""
    fee = (capture.get("seller_receivable_breakdown") or {}).get("paypal_fee")
    return from_paypal(fee, currency) if fee and fee["currency_code"] == currency else None


def _refunds(
    capture: Mapping[str, Any], refunds: list[Mapping[str, Any]], amount: int
) -> tuple[RefundSnapshot, ...]:
    """All that went back. What a lost dispute took stands in no list, but then the payment is called refunded."""
    currency = capture["amount"]["currency_code"]
    found = [
        RefundSnapshot(
            id=refund["id"],
            amount=from_paypal(refund["amount"], currency),
            state=_REFUNDS.get(refund["status"], RefundState.PENDING),
            at=datetime.fromisoformat(refund["create_time"]),
        )
        for refund in refunds
    ]
    back = sum(refund.amount for refund in found if refund.state is not RefundState.FAILED)
    if capture["status"] == "REFUNDED" and back < amount:
        at = datetime.fromisoformat(capture.get("update_time") or capture["create_time"])
        rest = RefundSnapshot(
            id=f"{capture['id']}-rest", amount=amount - back, state=RefundState.SUCCEEDED, at=at
        )
        found.append(rest)
    return tuple(found)
