"""PayPal's orders and payments, in our words."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from broadsheet.funding.facts import PaymentSnapshot, RefundSnapshot, RefundState
from broadsheet.funding.providers.base import ProviderAway, ProviderRefused

from .amounts import from_paypal
from .client import ask_paypal, is_test
from .disputes import Dispute, decide, disputes_of
from .message import DISPUTED, ORDER

logger = logging.getLogger(__name__)

PROVIDER = "paypal"
RECEIVED = {"COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED"}
FAILED = {"DECLINED", "FAILED"}
REFUNDED = "REFUNDED"
_AFTERWARDS = {"BUYER_COMPLAINT": "COMPLETED", "CHARGEBACK": REFUNDED, "REFUNDED": REFUNDED}
"""Why a payment that had been received is called pending or declined later: what it is for us.

From “capture_status_details” (developer.paypal.com/docs/api/payments/v2).
"""
NOT_TAKEN = "INSTRUMENT_DECLINED"
FORBIDDEN = "403"
VOIDED, NOT_GIVEN = "VOIDED", "NOT_GIVEN"
_REFUNDS = {"COMPLETED": RefundState.SUCCEEDED, "FAILED": RefundState.FAILED}
"""One that was cancelled never left, as one that is pending has not."""


def snapshot_of(subject: str) -> PaymentSnapshot | None:
    """What is so about an order, or the order of a payment; None if it is none of ours.

    An order that its donor has approved is captured first: that is what they have asked for, and until then no
    money moves. Asked twice, it is captured once. Raises `ProviderAway` and `ProviderRefused`.
    """
    payment = subject.removeprefix(DISPUTED)
    order_id = payment.removeprefix(ORDER) if payment.startswith(ORDER) else _order_of(payment)
    order = _order(order_id) if order_id else None
    if order is None or not _reference(order):
        return None
    try:
        if order["status"] == "APPROVED":
            order = _captured(order_id)
        return _read(order, is_disputed=subject.startswith(DISPUTED))
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise ProviderAway from error


def _captured(order_id: str) -> Any:
    """The order once its money was taken; `NOT_GIVEN`, as we call it, if an account or a card did not give it.

    PayPal calls it approved even then, and answers the same if it is asked again.
    (developer.paypal.com/docs/checkout/standard/customize/handle-funding-failures)
    """
    try:
        captured = ask_paypal(
            "POST",
            f"/v2/checkout/orders/{quote(order_id, safe='')}/capture",
            said={},
            key=f"capture-{order_id}",
        )
    except ProviderRefused as refusal:
        if NOT_TAKEN not in refusal.trouble:
            raise
        return {**_order(order_id), "status": NOT_GIVEN}
    return _order(order_id) or captured


def _order(order_id: str) -> Any:
    return ask_paypal("GET", f"/v2/checkout/orders/{quote(order_id, safe='')}")


def _order_of(capture_id: str) -> str:
    capture = ask_paypal("GET", f"/v2/payments/captures/{quote(capture_id, safe='')}") or {}
    related = (capture.get("supplementary_data") or {}).get("related_ids") or {}
    return str(related.get("order_id") or "")


def _reference(order: Mapping[str, Any]) -> str:
    units = order.get("purchase_units") or [{}]
    return str(units[0].get("custom_id") or "")


def _read(order: Mapping[str, Any], *, is_disputed: bool) -> PaymentSnapshot:
    unit = order["purchase_units"][0]
    payments = unit.get("payments") or {}
    captures = payments.get("captures") or []
    # A payment that was declined may have been followed by one that was not.
    capture = next((one for one in captures if _status(one) not in FAILED), None)
    capture = capture or (captures[-1] if captures else None)
    if capture is None:
        return _waiting(order, unit["amount"])
    currency, status = capture["amount"]["currency_code"], _status(capture)
    waiting = PaymentSnapshot(
        provider=PROVIDER,
        payment=capture["id"],
        donation=_reference(order),
        pledge="",
        currency=currency,
        amount=from_paypal(capture["amount"], currency),
        settled_at=None,
        failed=status in FAILED,
        declined=status in FAILED,
        promised=status == "PENDING",
        is_test=is_test(),
        fee=_fee(capture, currency),
        fee_id="",
    )
    if status not in RECEIVED:
        return waiting
    return _received(waiting, capture, payments.get("refunds") or [], is_disputed=is_disputed)


def _received(
    waiting: PaymentSnapshot,
    capture: Mapping[str, Any],
    refunds: list[Mapping[str, Any]],
    *,
    is_disputed: bool,
) -> PaymentSnapshot:
    """With when it came, what has gone back of it, and what is disputed.

    What neither a refund nor a dispute explains, as when a bank has taken it back, is a refund, too.
    """
    listed = _refunds(refunds, waiting.currency)
    disputes, rest = decide(
        _disputes(waiting, is_disputed=is_disputed),
        listed,
        paid=waiting.amount,
        is_all_back=_status(capture) == REFUNDED,
    )
    if rest:
        at = datetime.fromisoformat(capture.get("update_time") or capture["create_time"])
        succeeded = RefundState.SUCCEEDED
        listed.append(
            RefundSnapshot(id=f"{waiting.payment}-rest", amount=rest, state=succeeded, at=at)
        )
    return replace(
        waiting,
        settled_at=datetime.fromisoformat(capture["create_time"]),
        refunds=tuple(listed),
        disputes=disputes,
    )


def _disputes(payment: PaymentSnapshot, *, is_disputed: bool) -> list[Dispute]:
    """All there were about it. An app that may not ask knows of none, unless a message has told of one."""
    try:
        return disputes_of(payment.payment, currency=payment.currency, amount=payment.amount)
    except ProviderRefused as refusal:
        if is_disputed or not refusal.trouble.startswith(FORBIDDEN):
            raise
        logger.warning("PayPal's app may not ask for disputes: tick them in its settings.")
        return []


def _status(capture: Mapping[str, Any]) -> str:
    """What became of a payment; if it is pending or declined for what happened afterwards, what that was."""
    reason = (capture.get("status_details") or {}).get("reason")
    return _AFTERWARDS.get(str(reason), str(capture["status"]))


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
        failed=order["status"] in (VOIDED, NOT_GIVEN),
        declined=order["status"] == NOT_GIVEN,
        is_test=is_test(),
        fee=None,
        fee_id="",
    )


def _fee(capture: Mapping[str, Any], currency: str) -> int | None:
    """What PayPal kept; None until it says so, and where it keeps it in another currency."""
    fee = (capture.get("seller_receivable_breakdown") or {}).get("paypal_fee")
    return from_paypal(fee, currency) if fee and fee["currency_code"] == currency else None


def _refunds(refunds: list[Mapping[str, Any]], currency: str) -> list[RefundSnapshot]:
    """Those that the payment lists."""
    return [
        RefundSnapshot(
            id=refund["id"],
            amount=from_paypal(refund["amount"], currency),
            state=_REFUNDS.get(refund["status"], RefundState.PENDING),
            at=datetime.fromisoformat(refund["create_time"]),
        )
        for refund in refunds
    ]
