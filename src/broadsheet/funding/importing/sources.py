"""Which exports can be read: one table."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import givewp, patreon, stripe
from .cells import CellRefused, Cells, Reading
from .columns import Column
from .fields import Field
from .reasons import Reason
from .records import LeftOut, Record
from .table import Table

LONGEST_NUMBER = 100
Read = Callable[[Cells], Record]


@dataclass(frozen=True, kw_only=True)
class Source:
    """One kind of file. `origin` is where its rows are numbered: files of the same one know each other's rows."""

    code: str
    origin: str
    label: str | Promise
    help: str | Promise
    columns: tuple[Column, ...]
    read: Read
    zone: tzinfo | None = None
    """Of the moments in the file; None for the newspaper's own."""

    def guess(self, names: Sequence[str]) -> dict[Field, str]:
        """Which of the columns `names` holds what, as far as the file is as its system usually writes it."""
        folded = {_folded(name): name for name in reversed(names) if name}
        found = {}
        for column in self.columns:
            usual = next((name for name in column.names if _folded(name) in folded), None)
            if usual is not None:
                found[column.field] = folded[_folded(usual)]
        return found

    def missing(self, columns: Mapping[Field, str]) -> tuple[Field, ...]:
        """What must be read and has no column in `columns`."""
        return tuple(
            column.field
            for column in self.columns
            if column.is_needed and not columns.get(column.field)
        )

    def records(self, table: Table, reading: Reading) -> Iterator[Record]:
        """Every row of `table` as what it becomes; the second with the same number is left out."""
        seen: set[str] = set()
        for line, row in table.rows():
            cells = Cells(line, row, reading, self.zone or reading.zone)
            record = _read(self.read, cells)
            if not isinstance(record, LeftOut):
                if record.row_id in seen:
                    record = LeftOut(line=line, row_id=record.row_id, reason=Reason.TWICE)
                seen.add(record.row_id)
            yield record


def source(code: str) -> Source:
    """The one of this code. Raises `KeyError`."""
    return SOURCES[code]


def _read(read: Read, cells: Cells) -> Record:
    try:
        record = read(cells)
    except CellRefused as refusal:
        row_id = cells.text(Field.ROW_ID) or cells.text(Field.OTHER_ID)
        return _left_out(cells, row_id, refusal.reason, refusal.detail)
    if len(record.row_id) > LONGEST_NUMBER:
        return _left_out(cells, record.row_id, Reason.NUMBER_TOO_LONG)
    return record


def _left_out(cells: Cells, row_id: str, reason: Reason, detail: str = "") -> LeftOut:
    return LeftOut(
        line=cells.line,
        row_id=row_id[:LONGEST_NUMBER],
        reason=reason,
        detail=detail[:LONGEST_NUMBER],
    )


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


SOURCES = {
    each.code: each
    for each in (
        Source(
            code="givewp-donations",
            origin="givewp",
            label=_("GiveWP: donations"),
            help=_(
                "Donations, Tools, Export, Export Donations; with donation id, email, total, currency, status, "
                "date and time."
            ),
            columns=givewp.DONATIONS,
            read=givewp.read_donation,
        ),
        Source(
            code="givewp-subscriptions",
            origin="givewp",
            label=_("GiveWP: subscriptions"),
            help=_(
                "Those paid through Stripe are adopted; the others become invitations, and nobody is charged."
            ),
            columns=givewp.SUBSCRIPTIONS,
            read=givewp.read_subscription,
        ),
        Source(
            code="patreon-members",
            origin="patreon",
            label=_("Patreon: members"),
            help=_(
                "Audience, Members, Export CSV. Every paying member becomes an invitation; nobody is charged."
            ),
            columns=patreon.MEMBERS,
            read=patreon.read_member,
            zone=UTC,
        ),
        Source(
            code="stripe-payments",
            origin="stripe",
            label=_("Stripe: payments"),
            help=_(
                "Payments, Export, all columns; before this newspaper takes payments by Stripe."
            ),
            columns=stripe.PAYMENTS,
            read=stripe.read_payment,
            zone=UTC,
        ),
        Source(
            code="stripe-subscriptions",
            origin="stripe",
            label=_("Stripe: subscriptions"),
            help=_(
                "Subscriptions, Export, all columns. They run on, and are heard of here from now on."
            ),
            columns=stripe.SUBSCRIPTIONS,
            read=stripe.read_subscription,
            zone=UTC,
        ),
    )
}
"""Every kind of file, by its code."""
