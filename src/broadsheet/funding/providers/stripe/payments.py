"""Stripe's charges, with their refunds and disputes, in our words."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from broadsheet.funding.facts import (
    DisputeSnapshot,
    DisputeState,
    PaymentSnapshot,
    RefundSnapshot,
    RefundState,
)

from .amounts import from_stripe
from .client import asking, plain

PROVIDER = "stripe"

_REFUNDS = {"succeeded": RefundState.SUCCEEDED, "failed": RefundState.FAILED}
"""One that is cancelled never left, as one that is still pending has not."""

_DISPUTES = {"won": DisputeState.WON, "lost": DisputeState.LOST}


def moment(seconds: int) -> datetime:
    """A moment as Stripe writes it."""
    return datetime.fromtimestamp(seconds, tz=UTC)


def waiting_snapshot(
    thing: Mapping[str, Any],
    *,
    donation: str,
    pledge: str = "",
    failed: bool,
    promised: bool = False,
) -> PaymentSnapshot:
    """What is known before anybody has tried to pay: `thing` is a page to pay on, or a payment."""
    currency = thing["currency"].upper()
    return PaymentSnapshot(
        provider=PROVIDER,
        payment=thing["id"],
        donation=donation,
        pledge=pledge,
        currency=currency,
        amount=from_stripe(thing.get("amount_total") or thing.get("amount") or 0, currency),
        settled_at=None,
        failed=failed,
        promised=promised,
        is_test=not thing["livemode"],
        fee=None,
        fee_id="",
    )


def payment_snapshot(charge: Mapping[str, Any], *, donation: str, pledge: str) -> PaymentSnapshot:
    """What is known of one attempt to pay: `charge`, with its `refunds` and `balance_transaction` in it."""
    currency = charge["currency"].upper()
    settled_at = _settled_at(charge)
    booked = charge.get("balance_transaction") or {}
    return PaymentSnapshot(
        provider=PROVIDER,
        payment=charge["id"],
        donation=donation,
        pledge=pledge,
        currency=currency,
        amount=from_stripe(charge["amount"], currency),
        settled_at=settled_at,
        failed=charge["status"] == "failed",
        declined=charge["status"] == "failed",
        promised=charge["status"] == "pending",
        is_test=not charge["livemode"],
        fee=_fee(booked, charge) if booked else None,
        fee_id=booked.get("id", ""),
        refunds=tuple(_refunds(charge)) if settled_at else (),
        disputes=tuple(_disputes(charge)) if settled_at else (),
    )


def _settled_at(charge: Mapping[str, Any]) -> datetime | None:
    """A card pays at once. What takes days is ours from when Stripe books it, not from when it began."""
    if charge["status"] != "succeeded" or not charge["captured"]:
        return None
    if (charge.get("payment_method_details") or {}).get("type", "card") == "card":
        return moment(charge["created"])
    booked = charge.get("balance_transaction")
    return moment(booked["created"]) if booked else None


def _fee(booked: Mapping[str, Any], thing: Mapping[str, Any]) -> int:
    """The fee of booking `thing`, a charge or a dispute, in minor units of its currency.

    Stripe books in the account's: turned round by the amounts of the booking itself, to the nearest minor unit.
    """
    currency = thing["currency"].upper()
    fee, amount = booked["fee"], abs(booked["amount"])
    if booked["currency"] == thing["currency"] or not amount:
        return from_stripe(fee, currency)
    return from_stripe((2 * fee * thing["amount"] + amount) // (2 * amount), currency)


def _refunds(charge: Mapping[str, Any]) -> Iterator[RefundSnapshot]:
    for refund in _all_refunds(charge):
        yield RefundSnapshot(
            id=refund["id"],
            amount=from_stripe(refund["amount"], refund["currency"].upper()),
            state=_REFUNDS.get(refund["status"], RefundState.PENDING),
            at=moment(refund["created"]),
        )


def _all_refunds(charge: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Those that came with the charge, or all if there are more."""
    refunds = charge.get("refunds") or {"data": [], "has_more": False}
    if not refunds["has_more"]:
        return list(refunds["data"])
    with asking() as stripe:
        pages = stripe.v1.refunds.list({"charge": charge["id"], "limit": 100})
        return [plain(refund) for refund in pages.auto_paging_iter()]


def _disputes(charge: Mapping[str, Any]) -> Iterator[DisputeSnapshot]:
    """Those by which money was taken from us: inquiries, and what was prevented, moved none."""
    if not charge.get("disputed"):
        return
    with asking() as stripe:
        found = plain(stripe.v1.disputes.list({"charge": charge["id"], "limit": 100}))["data"]
    for dispute in found:
        booked = dispute["balance_transactions"]
        if booked:
            yield _dispute(dispute, taken=booked[0], given_back=booked[1:])


def _dispute(
    dispute: Mapping[str, Any],
    *,
    taken: Mapping[str, Any],
    given_back: list[Mapping[str, Any]],
) -> DisputeSnapshot:
    state = _DISPUTES.get(dispute["status"], DisputeState.OPEN)
    decided_at = None
    if state is not DisputeState.OPEN:
        # Of one that is lost Stripe does not say since when.
        decided_at = moment(given_back[0]["created"]) if given_back else timezone.now()
    return DisputeSnapshot(
        id=dispute["id"],
        amount=from_stripe(dispute["amount"], dispute["currency"].upper()),
        state=state,
        at=moment(dispute["created"]),
        decided_at=decided_at,
        fee=_fee(taken, dispute),
        fee_id=taken["id"],
    )
