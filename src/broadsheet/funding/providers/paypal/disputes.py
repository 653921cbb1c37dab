"""What is disputed of a payment at PayPal, in our words.

While a dispute is open PayPal holds the money, whatever its stage (“My payment is on hold due to an open dispute,
claim, or chargeback”, paypal.com/smarthelp, FAQ665): so it is taken off. Once it is decided PayPal says in whose
favour, and what the donor got back, but neither from whom nor whether that stands among the payment's refunds
(developer.paypal.com/docs/api/customer-disputes/v1). So one that was decided against us stays open until the
payment itself says what has gone back, and is lost only as far as no refund has sent it. What was lost may be won
after all, by an appeal; `facts` are made for that.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from broadsheet.funding.facts import DisputeSnapshot, DisputeState, RefundSnapshot, RefundState

from .amounts import from_paypal
from .client import ask_paypal

PATH = "/v1/customer/disputes"
DECIDED = "RESOLVED"
KEPT = frozenset(
    {"RESOLVED_SELLER_FAVOUR", "RESOLVED_WITH_PAYOUT", "CANCELED_BY_BUYER", "DENIED", "NONE"}
)
"""Outcomes that leave us the money. `RESOLVED_WITH_PAYOUT`: PayPal paid the donor; `NONE`: nothing was decided."""
FEES = frozenset({"DISPUTE_FEE", "CHARGEBACK_FEE"})


@dataclass(frozen=True, kw_only=True)
class Dispute:
    """One dispute as PayPal has it: of `amount` minor units, of which the donor got `returned` back.

    `is_kept` is None until it is decided.
    """

    id: str
    amount: int
    returned: int
    is_kept: bool | None
    opened_at: datetime
    changed_at: datetime
    fee: int


def disputes_of(payment: str, *, currency: str, amount: int) -> list[Dispute]:
    """Ask for all there were about a payment of `amount`, oldest first. Mostly one question, and none found.

    Raises `ProviderRefused` if the app may not ask: in PayPal's settings of the app that is a feature to tick.
    """
    query = urlencode({"disputed_transaction_id": payment, "page_size": 50})
    listed = (ask_paypal("GET", f"{PATH}?{query}") or {}).get("items") or []
    found = [
        ask_paypal("GET", f"{PATH}/{quote(str(one['dispute_id']), safe='')}") for one in listed
    ]
    disputes = [_read(said, currency=currency, amount=amount) for said in found if said]
    return sorted(disputes, key=lambda one: (one.opened_at, one.id))


def decide(
    disputes: Iterable[Dispute],
    refunds: Sequence[RefundSnapshot],
    *,
    paid: int,
    is_all_back: bool,
) -> tuple[tuple[DisputeSnapshot, ...], int]:
    """How each of `disputes` stands, and how much has gone back that neither they nor `refunds` explain.

    `refunds` are those that the payment lists; `is_all_back`: it is called refunded, so all of `paid` has gone
    back, listed or not. Pure.
    """
    on_its_way = sum(one.amount for one in refunds if one.state is not RefundState.FAILED)
    unlisted = max(paid - on_its_way, 0) if is_all_back else 0
    sent = [one for one in refunds if one.state is RefundState.SUCCEEDED]
    decided = []
    for dispute in disputes:
        state = _state(dispute, sent, paid=paid, unlisted=unlisted)
        if state is DisputeState.LOST or dispute.is_kept is None:
            unlisted = max(unlisted - dispute.amount, 0)
        decided.append(_snapshot(dispute, state))
    return tuple(decided), unlisted


def _state(
    dispute: Dispute, sent: Sequence[RefundSnapshot], *, paid: int, unlisted: int
) -> DisputeState:
    """Decided against us it is won all the same, if refunds have sent what the donor got."""
    if dispute.is_kept is None:
        return DisputeState.OPEN
    since = sum(one.amount for one in sent if one.at >= dispute.opened_at)
    is_sent = since >= dispute.returned or sum(one.amount for one in sent) >= paid
    # Where less has gone back than was disputed, not all of it was lost: what has stands by itself.
    if dispute.is_kept or is_sent or 0 < unlisted < dispute.amount:
        return DisputeState.WON
    return DisputeState.LOST if unlisted else DisputeState.OPEN


def _snapshot(dispute: Dispute, state: DisputeState) -> DisputeSnapshot:
    return DisputeSnapshot(
        id=dispute.id,
        amount=dispute.amount,
        state=state,
        at=dispute.opened_at,
        decided_at=None if state is DisputeState.OPEN else dispute.changed_at,
        fee=dispute.fee,
    )


def _read(said: Mapping[str, Any], *, currency: str, amount: int) -> Dispute:
    outcome = said.get("dispute_outcome") or {}
    disputed = _part(said.get("dispute_amount"), currency=currency, whole=amount)
    opened = said["create_time"]
    is_decided = said["status"] == DECIDED
    return Dispute(
        id=str(said["dispute_id"]),
        amount=disputed,
        returned=_part(outcome.get("amount_refunded"), currency=currency, whole=disputed),
        is_kept=outcome.get("outcome_code") in KEPT if is_decided else None,
        opened_at=datetime.fromisoformat(opened),
        changed_at=datetime.fromisoformat(said.get("update_time") or opened),
        fee=_fee(said, currency),
    )


def _part(money: Mapping[str, str] | None, *, currency: str, whole: int) -> int:
    """So much of `whole`; all of it where PayPal does not say how much, or says it in another currency."""
    if not money or money["currency_code"] != currency:
        return whole
    return min(from_paypal(money, currency), whole)


def _fee(said: Mapping[str, Any], currency: str) -> int:
    """What PayPal took for the dispute itself, if it took it in the gift's currency."""
    for moved in said.get("fund_movements") or said.get("money_movements") or []:
        party = moved.get("party") or moved.get("affected_party")
        is_fee = (party, moved.get("type")) == ("SELLER", "DEBIT") and moved.get("reason") in FEES
        if is_fee and moved["amount"]["currency_code"] == currency:
            return from_paypal(moved["amount"], currency)
    return 0
