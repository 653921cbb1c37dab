"""Stripe's subscriptions and payouts, in our words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from broadsheet.funding.models import PledgeState
from broadsheet.funding.providers.base import PayoutSnapshot, PledgeSnapshot

from .amounts import from_stripe
from .payments import PROVIDER, moment

_STATES = {
    "incomplete": PledgeState.BEGUN,
    "incomplete_expired": PledgeState.ENDED,
    "trialing": PledgeState.ACTIVE,
    "active": PledgeState.ACTIVE,
    "past_due": PledgeState.FAILING,
    "unpaid": PledgeState.FAILING,
    "canceled": PledgeState.ENDED,
    "paused": PledgeState.PAUSED,
}
_LEFT = frozenset({"paid", "failed"})
"""Payouts that reached the bank, or were sent back by it."""


def pledge_snapshot(subscription: Mapping[str, Any]) -> PledgeSnapshot:
    """What is known of a recurring gift: `subscription` has one item, its amount for each interval."""
    item = subscription["items"]["data"][0]
    currency = subscription["currency"].upper()
    state = _state(subscription)
    pause = subscription.get("pause_collection") or {}
    ended = subscription.get("ended_at") or subscription.get("canceled_at")
    details = subscription.get("cancellation_details") or {}
    return PledgeSnapshot(
        provider=PROVIDER,
        pledge=subscription["id"],
        donation=str((subscription.get("metadata") or {}).get("donation", "")),
        currency=currency,
        amount=from_stripe(item["price"]["unit_amount"] * item.get("quantity", 1), currency),
        state=state,
        is_test=not subscription["livemode"],
        next_on=_next_on(subscription, item) if state is not PledgeState.ENDED else None,
        paused_until=_day(pause.get("resumes_at")),
        ends_on=_day(subscription.get("cancel_at")),
        ended_at=moment(ended) if state is PledgeState.ENDED and ended else None,
        end_reason=str(details.get("reason") or ""),
    )


def _state(subscription: Mapping[str, Any]) -> PledgeState:
    state = _STATES.get(subscription["status"], PledgeState.ACTIVE)
    if state is PledgeState.ACTIVE and subscription.get("pause_collection"):
        return PledgeState.PAUSED
    return state


def _next_on(subscription: Mapping[str, Any], item: Mapping[str, Any]) -> date | None:
    """The end of the time paid for, unless nothing follows on it."""
    period_end: int = item["current_period_end"]
    ends = subscription.get("cancel_at")
    return None if ends and ends <= period_end else _day(period_end)


def _day(seconds: int | None) -> date | None:
    """The day of that moment where the newspaper is."""
    return timezone.localdate(moment(seconds)) if seconds else None


def payout_snapshot(payout: Mapping[str, Any]) -> PayoutSnapshot:
    """What is known of money sent on to the bank."""
    currency = payout["currency"].upper()
    return PayoutSnapshot(
        provider=PROVIDER,
        payout=payout["id"],
        currency=currency,
        amount=from_stripe(payout["amount"], currency),
        paid_at=moment(payout["arrival_date"]) if payout["status"] in _LEFT else None,
        failed=payout["status"] == "failed",
        is_test=not payout["livemode"],
    )
