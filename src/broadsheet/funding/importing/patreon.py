"""Patreon's export of members.

The columns are those of exports that several programs read or quote (2023 to 2026); moments are taken for UTC,
which Patreon does not say. It holds no single payments, only what somebody gave in all: so no gift can be taken
over from it. No card can be carried over either, and nobody is charged: a member becomes an invitation.
"""

from broadsheet.funding.models import Interval

from .cells import CellRefused, Cells
from .columns import needed, wanted
from .fields import Field
from .reasons import Reason
from .records import Invited

MEMBERS = (
    needed(Field.ROW_ID, "User ID"),
    needed(Field.EMAIL, "Email"),
    needed(Field.STATUS, "Patron Status"),
    needed(Field.AMOUNT, "Pledge Amount", "Pledge $"),
    needed(Field.INTERVAL, "Charge Frequency"),
    wanted(Field.NAME, "Name"),
    wanted(Field.CURRENCY, "Currency"),
    wanted(Field.BEGAN_ON, "Patronage Since Date"),
    wanted(Field.NEXT_ON, "Next Charge Date"),
    wanted(Field.PAID_UNTIL, "Access Expiration"),
)

PAYING = {"active patron", "declined patron"}
FORMER = {"former patron"}
INTERVALS = {
    "monthly": Interval.MONTH,
    "month": Interval.MONTH,
    "annual": Interval.YEAR,
    "annually": Interval.YEAR,
    "yearly": Interval.YEAR,
    "year": Interval.YEAR,
}


def read_member(cells: Cells) -> Invited:
    """One member, with what they give there. Refused if they do not, and have paid for nothing more."""
    row_id, status = cells.needed(Field.ROW_ID), cells.folded(Field.STATUS)
    if not status:
        raise CellRefused(Reason.GAVE_NOTHING)
    if status not in PAYING | FORMER:
        raise CellRefused(Reason.STATUS_UNKNOWN, status)
    paid_until = cells.day(Field.PAID_UNTIL)
    if status in FORMER and not (paid_until and paid_until > cells.reading.today):
        raise CellRefused(Reason.LONG_OVER)
    currency = cells.currency()
    amount = cells.amount(Field.AMOUNT, currency)
    if amount <= 0:
        raise CellRefused(Reason.GAVE_NOTHING)
    interval = INTERVALS.get(cells.folded(Field.INTERVAL))
    if interval is None:
        raise CellRefused(Reason.INTERVAL_UNKNOWN, cells.text(Field.INTERVAL))
    return Invited(
        line=cells.line,
        row_id=row_id,
        email=cells.email() or cells.needed(Field.EMAIL),
        name=cells.name(),
        currency=currency,
        amount=amount,
        interval=interval,
        since_on=cells.day(Field.BEGAN_ON),
        paid_until=paid_until or cells.day(Field.NEXT_ON),
    )
