"""GiveWP's exports.

Donations: the columns are those of GiveWP's exporter (give-export-donations-exporter.php), of which the newsroom
ticks some; what a donor added for the fee is a column of the donation's own data. Dates are written as the site
shows them, in English, and in its time zone. Amounts include what was added for the fee.
Subscriptions: the columns of its importer of subscriptions and of the sample in its tests.
"""

from datetime import date

from broadsheet.funding.models import Interval, PledgeState

from .cells import CellRefused, Cells
from .columns import needed, wanted
from .fields import Field
from .reasons import Reason
from .records import HistoricGift, Invited, RunningPledge

DONATIONS = (
    needed(Field.ROW_ID, "Donation ID"),
    needed(Field.AMOUNT, "Donation Total", "Amount"),
    needed(Field.DATE, "Donation Date", "Date"),
    needed(Field.STATUS, "Donation Status", "Status"),
    wanted(Field.TIME, "Donation Time"),
    wanted(Field.CURRENCY, "Currency Code", "Currency"),
    wanted(Field.COVER, "Fee Amount Recovered", "_give_fee_amount", "Recovered Fee Amount"),
    wanted(Field.FIRST_NAME, "First Name"),
    wanted(Field.LAST_NAME, "Last Name"),
    wanted(Field.EMAIL, "Email Address", "Email"),
    wanted(Field.MODE, "Payment Mode", "Mode"),
)
SUBSCRIPTIONS = (
    needed(Field.ROW_ID, "gateway_subscription_id"),
    needed(Field.AMOUNT, "amount", "Recurring Amount"),
    needed(Field.EMAIL, "email", "Donor Email"),
    needed(Field.STATUS, "status"),
    needed(Field.INTERVAL, "period", "Subscription Period"),
    wanted(Field.OTHER_ID, "transaction_id"),
    wanted(Field.FREQUENCY, "frequency"),
    wanted(Field.CURRENCY, "currency"),
    wanted(Field.COVER, "fee_amount_recovered", "Recovered Fee Amount"),
    wanted(Field.FIRST_NAME, "first_name", "Donor First Name"),
    wanted(Field.LAST_NAME, "last_name", "Donor Last Name"),
    wanted(Field.MODE, "mode", "Payment Mode"),
    wanted(Field.GATEWAY, "gateway_id", "Gateway"),
    wanted(Field.BEGAN_ON, "created_at", "Start Date"),
    wanted(Field.NEXT_ON, "renews_at", "Next Renewal Date"),
)

RECEIVED = {"complete", "completed", "renewal", "publish", "give subscription"}
RETURNED = {"refunded"}
NOT_RECEIVED = {
    "pending",
    "processing",
    "failed",
    "cancelled",
    "canceled",
    "abandoned",
    "preapproval",
    "pre-approved",
    "revoked",
    "trashed",
}
INTERVALS = {
    ("month", 1): Interval.MONTH,
    ("month", 12): Interval.YEAR,
    ("year", 1): Interval.YEAR,
}
STATES = {
    "active": PledgeState.ACTIVE,
    "completed": PledgeState.ENDED,
    "failing": PledgeState.FAILING,
    "paused": PledgeState.PAUSED,
    "suspended": PledgeState.PAUSED,
    "cancelled": PledgeState.ENDED,
    "canceled": PledgeState.ENDED,
    "expired": PledgeState.ENDED,
    "pending": PledgeState.BEGUN,
}


def read_donation(cells: Cells) -> HistoricGift:
    """One donation that was received. Refused if it was not, or went back."""
    row_id, status = cells.needed(Field.ROW_ID), cells.folded(Field.STATUS)
    _refuse_test_money(cells)
    if status in RETURNED:
        raise CellRefused(Reason.ALL_RETURNED)
    if status not in RECEIVED:
        known = status in NOT_RECEIVED
        raise CellRefused(Reason.NOT_RECEIVED if known else Reason.STATUS_UNKNOWN, status)
    currency = cells.currency()
    gross, cover = _gross_and_cover(cells, currency)
    return HistoricGift(
        line=cells.line,
        row_id=row_id,
        email=cells.email(),
        name=cells.name(),
        currency=currency,
        amount=gross - cover,
        cover=cover,
        fee=None,
        given_at=cells.needed_moment(Field.DATE, Field.TIME),
    )


def read_subscription(cells: Cells) -> RunningPledge | Invited:
    """One subscription: adopted if it runs at Stripe, else an invitation. Refused if nothing of it is left."""
    row_id = cells.text(Field.ROW_ID) or cells.needed(Field.OTHER_ID)
    _refuse_test_money(cells)
    state = STATES.get(cells.folded(Field.STATUS))
    if state is None:
        raise CellRefused(Reason.STATUS_UNKNOWN, cells.text(Field.STATUS))
    if state is PledgeState.BEGUN:
        raise CellRefused(Reason.NOT_RECEIVED, cells.text(Field.STATUS))
    next_on = cells.day(Field.NEXT_ON)
    if state is PledgeState.ENDED and not (next_on and next_on > cells.reading.today):
        raise CellRefused(Reason.LONG_OVER)
    shape = _Subscription(cells, row_id, state, next_on)
    is_at_stripe = cells.folded(Field.GATEWAY).startswith("stripe") and row_id.startswith("sub_")
    return shape.adopted() if is_at_stripe else shape.invited()


class _Subscription:
    """What both forms of a subscription have."""

    def __init__(self, cells: Cells, row_id: str, state: PledgeState, next_on: date | None) -> None:
        self.cells, self.row_id, self.state, self.next_on = cells, row_id, state, next_on
        self.currency = cells.currency()
        self.gross, self.cover = _gross_and_cover(cells, self.currency)
        self.interval = interval_of(cells)
        self.email = cells.email() or cells.needed(Field.EMAIL)

    def adopted(self) -> RunningPledge:
        is_over = self.state is PledgeState.ENDED
        return RunningPledge(
            line=self.cells.line,
            row_id=self.row_id,
            email=self.email,
            name=self.cells.name(),
            currency=self.currency,
            amount=self.gross - self.cover,
            cover=self.cover,
            interval=self.interval,
            provider="stripe",
            provider_object=self.row_id,
            state=self.state,
            began_at=self.cells.needed_moment(Field.BEGAN_ON),
            next_on=None if is_over else self.next_on,
            ends_on=self.next_on if is_over else None,
        )

    def invited(self) -> Invited:
        return Invited(
            line=self.cells.line,
            row_id=self.row_id,
            email=self.email,
            name=self.cells.name(),
            currency=self.currency,
            amount=self.gross - self.cover,
            interval=self.interval,
            since_on=self.cells.day(Field.BEGAN_ON),
            paid_until=self.next_on,
        )


def interval_of(cells: Cells) -> Interval:
    """Each month or each year. Refused if it is neither."""
    every = cells.text(Field.FREQUENCY) or "1"
    period = cells.folded(Field.INTERVAL)
    found = INTERVALS.get((period, int(every))) if every.isdecimal() else None
    if found is None:
        raise CellRefused(Reason.INTERVAL_UNKNOWN, f"{every} {period}")
    return found


def _gross_and_cover(cells: Cells, currency: str) -> tuple[int, int]:
    cells.needed(Field.AMOUNT)
    gross, cover = cells.amount(Field.AMOUNT, currency), cells.amount(Field.COVER, currency)
    if not 0 <= cover < gross:
        raise CellRefused(Reason.AMOUNT_UNCLEAR, cells.text(Field.AMOUNT))
    return gross, cover


def _refuse_test_money(cells: Cells) -> None:
    if cells.folded(Field.MODE) == "test":
        raise CellRefused(Reason.TEST_MONEY)
