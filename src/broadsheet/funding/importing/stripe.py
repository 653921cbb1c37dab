"""Stripe's exports of payments and of subscriptions.

The columns are those of exports that several programs read or quote; those of all columns, not of the default
ones. Moments are in UTC, as their names say; amounts have decimals and are of `Currency`, a fee is of
`Converted Currency`, that of the account. Payments are old ones: what comes once Stripe tells us by itself is
heard of that way.
"""

from datetime import datetime

from broadsheet.funding.models import PledgeState

from .cells import CellRefused, Cells
from .columns import needed, wanted
from .fields import Field
from .givewp import interval_of
from .reasons import Reason
from .records import HistoricGift, RunningPledge

PAYMENTS = (
    needed(Field.ROW_ID, "id"),
    needed(Field.AMOUNT, "Amount"),
    needed(Field.CURRENCY, "Currency"),
    needed(Field.DATE, "Created date (UTC)", "Created (UTC)"),
    needed(Field.STATUS, "Status"),
    wanted(Field.EMAIL, "Customer Email"),
    wanted(Field.NAME, "Customer Name", "Card Name"),
    wanted(Field.FEE, "Fee"),
    wanted(Field.FEE_CURRENCY, "Converted Currency"),
    wanted(Field.REFUNDED, "Amount Refunded"),
    wanted(Field.REFUNDED_ON, "Refunded date (UTC)", "Refunded (UTC)"),
    wanted(Field.DISPUTED, "Disputed Amount"),
    wanted(Field.DISPUTED_ON, "Dispute date (UTC)", "Dispute Date (UTC)"),
    wanted(Field.DISPUTE_STATUS, "Dispute Status"),
    wanted(Field.MODE, "Mode"),
)
SUBSCRIPTIONS = (
    needed(Field.ROW_ID, "id"),
    needed(Field.EMAIL, "Customer Email"),
    needed(Field.AMOUNT, "Amount"),
    needed(Field.CURRENCY, "Currency"),
    needed(Field.INTERVAL, "Interval"),
    needed(Field.STATUS, "Status"),
    needed(Field.BEGAN_ON, "Start Date (UTC)", "Start (UTC)", "Created (UTC)"),
    needed(Field.NEXT_ON, "Current Period End (UTC)"),
    wanted(Field.NAME, "Customer Name"),
    wanted(Field.FREQUENCY, "Interval Count"),
    wanted(Field.QUANTITY, "Quantity"),
    wanted(Field.CANCEL_AT_END, "Cancel At Period End"),
    wanted(Field.CANCELLED_AT, "Canceled At (UTC)"),
    wanted(Field.ENDED_AT, "Ended At (UTC)"),
)

RECEIVED = {"paid", "succeeded", "refunded", "partially refunded", "partial refund", "disputed"}
NOT_RECEIVED = {
    "failed",
    "pending",
    "incomplete",
    "canceled",
    "cancelled",
    "uncaptured",
    "requires payment method",
    "blocked",
    "expired",
}
LOST = {"lost"}
WON = {"won", "warning closed", "prevented", ""}
STATES = {
    "active": PledgeState.ACTIVE,
    "trialing": PledgeState.ACTIVE,
    "past due": PledgeState.FAILING,
    "unpaid": PledgeState.FAILING,
    "paused": PledgeState.PAUSED,
    "canceled": PledgeState.ENDED,
    "incomplete expired": PledgeState.ENDED,
}
NEVER_BEGAN = {"incomplete", "incomplete expired"}


def read_payment(cells: Cells) -> HistoricGift:
    """One payment that was received. Refused if it was not, went back as a whole, or is disputed."""
    row_id, status = cells.needed(Field.ROW_ID), cells.folded(Field.STATUS)
    if cells.folded(Field.MODE) == "test":
        raise CellRefused(Reason.TEST_MONEY)
    if status not in RECEIVED:
        known = status in NOT_RECEIVED
        raise CellRefused(Reason.NOT_RECEIVED if known else Reason.STATUS_UNKNOWN, status)
    currency = cells.currency()
    amount, given_at = cells.amount(Field.AMOUNT, currency), cells.needed_moment(Field.DATE)
    if amount <= 0:
        raise CellRefused(Reason.AMOUNT_UNCLEAR, cells.text(Field.AMOUNT))
    returned, returned_at, is_charged_back = _returned(cells, currency, given_at)
    if returned >= amount:
        raise CellRefused(Reason.ALL_RETURNED)
    return HistoricGift(
        line=cells.line,
        row_id=row_id,
        email=cells.email(),
        name=cells.name(),
        currency=currency,
        amount=amount,
        cover=0,
        fee=_fee(cells, currency),
        given_at=given_at,
        returned=returned,
        returned_at=returned_at,
        is_charged_back=is_charged_back,
    )


def _fee(cells: Cells, currency: str) -> int | None:
    fee = cells.amount(Field.FEE, currency) if _has_fee_in(cells, currency) else 0
    return fee if fee > 0 else None


def _has_fee_in(cells: Cells, currency: str) -> bool:
    return bool(cells.text(Field.FEE)) and cells.currency(Field.FEE_CURRENCY) == currency


def _returned(cells: Cells, currency: str, given_at: datetime) -> tuple[int, datetime | None, bool]:
    """How much went back, when, and whether by a dispute."""
    outcome = cells.folded(Field.DISPUTE_STATUS)
    if outcome in LOST:
        disputed = cells.amount(Field.DISPUTED, currency)
        return disputed, cells.moment(Field.DISPUTED_ON) or given_at, True
    if outcome not in WON:
        raise CellRefused(Reason.IS_DISPUTED, outcome)
    refunded = cells.amount(Field.REFUNDED, currency)
    if refunded < 0:
        raise CellRefused(Reason.AMOUNT_UNCLEAR, cells.text(Field.REFUNDED))
    at = (cells.moment(Field.REFUNDED_ON) or given_at) if refunded else None
    return refunded, at, False


def read_subscription(cells: Cells) -> RunningPledge:
    """One subscription. Refused if it never began, or has ended and nothing paid for is left."""
    row_id, status = cells.needed(Field.ROW_ID), cells.folded(Field.STATUS)
    state = STATES.get(status)
    if status in NEVER_BEGAN:
        raise CellRefused(Reason.NOT_RECEIVED, status)
    if state is None:
        raise CellRefused(Reason.STATUS_UNKNOWN, status)
    next_on = cells.day(Field.NEXT_ON)
    is_over = state is PledgeState.ENDED
    if is_over and not (next_on and next_on > cells.reading.today):
        raise CellRefused(Reason.LONG_OVER)
    if cells.text(Field.QUANTITY) not in ("", "1"):
        raise CellRefused(Reason.AMOUNT_UNCLEAR, cells.text(Field.QUANTITY))
    currency = cells.currency()
    amount = cells.amount(Field.AMOUNT, currency)
    if amount <= 0:
        raise CellRefused(Reason.GAVE_NOTHING)
    ends = is_over or _is_cancelled(cells)
    return RunningPledge(
        line=cells.line,
        row_id=row_id,
        email=cells.email() or cells.needed(Field.EMAIL),
        name=cells.name(),
        currency=currency,
        amount=amount,
        cover=0,
        interval=interval_of(cells),
        provider="stripe",
        provider_object=row_id,
        state=state,
        began_at=cells.needed_moment(Field.BEGAN_ON),
        next_on=None if ends else next_on,
        ends_on=next_on if ends else None,
    )


def _is_cancelled(cells: Cells) -> bool:
    """Whether it runs only until what is paid for is over."""
    said = cells.folded(Field.CANCEL_AT_END)
    return said in ("true", "yes", "1") or bool(cells.text(Field.CANCELLED_AT))
