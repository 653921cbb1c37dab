"""What of a file is new here, and may come: its rows, compared with what we have."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from django.utils import timezone

from broadsheet.funding.models import (
    IMPORTED,
    Campaign,
    Donation,
    ImportFile,
    Invitation,
    Pledge,
)
from broadsheet.funding.periods import period_of
from broadsheet.funding.rates import currencies_counted_in

from .cells import DayOrder, DecimalMark, Reading
from .fields import Field
from .reasons import Reason
from .records import Fitted, HistoricGift, Invited, LeftOut, Record, RunningPledge
from .report import ImportReport
from .sources import Source
from .table import Table

AT_ONCE = 200
"""Rows that are compared, and taken over, together."""


def fitted(
    source: Source, table: Table, reading: Reading, campaign: Campaign
) -> Iterator[tuple[Fitted, ...]]:
    """Answer the rows of `table` in batches, as they would come to `campaign`. Three queries for each batch.

    A gift is of the past only if the period that is shown today began after it: what is shown today is not
    changed by an import.
    """
    fitting = _Fitting(source.origin, reading, campaign)
    checked = map(fitting.checked, source.records(table, reading))
    while batch := list(islice(checked, AT_ONCE)):
        yield tuple(fitting.compared(batch))


class _Fitting:
    """What the rows of one file are compared with."""

    def __init__(self, origin: str, reading: Reading, campaign: Campaign) -> None:
        self.origin = origin
        self.zone = reading.zone
        self.began_on = period_of(campaign, reading.today).starts_on
        self.currencies = currencies_counted_in(campaign.currency)

    def checked(self, record: Record) -> Record:
        """The row, or why it does not fit here."""
        if not isinstance(record, HistoricGift | RunningPledge):
            return record
        if record.currency not in self.currencies:
            return _left_out(record, Reason.NO_RATE, record.currency)
        if isinstance(record, HistoricGift):
            day = record.given_at.astimezone(self.zone).date()
            if day >= self.began_on:
                return _left_out(record, Reason.NOT_OVER_YET, str(day))
        return record

    def compared(self, records: Sequence[Record]) -> Iterator[Fitted]:
        """Say of each whether we have it."""
        objects = [object_of(self.origin, record.row_id) for record in records]
        keys = [key_of(self.origin, record.row_id) for record in records]
        gifts = Donation.objects.filter(provider=IMPORTED, provider_object__in=objects)
        forgotten = {forgotten_key(key): key for key in keys}
        invitations = Invitation.objects.filter(key__in=[*keys, *forgotten])
        running = [each.provider_object for each in records if isinstance(each, RunningPledge)]
        pledges = Pledge.objects.filter(provider_object__in=running)
        known: set[tuple[type[Record], str]] = {
            *((HistoricGift, known) for known in gifts.values_list("provider_object", flat=True)),
            *(
                (Invited, forgotten.get(known, known))
                for known in invitations.values_list("key", flat=True)
            ),
            *(
                (RunningPledge, known)
                for known in pledges.values_list("provider_object", flat=True)
            ),
        }
        for record, of_gift, of_invitation in zip(records, objects, keys, strict=True):
            name = of_invitation if isinstance(record, Invited) else of_gift
            if isinstance(record, RunningPledge):
                name = record.provider_object
            yield Fitted(record, (type(record), name) in known)


def reading_of(file: ImportFile, *, today: date) -> Reading:
    """Answer how `file` is to be read, as somebody has said."""
    return Reading(
        columns={Field(name): column for name, column in file.columns.items()},
        zone=timezone.get_default_timezone(),
        currency=file.currency,
        today=today,
        day_order=DayOrder(file.day_order) if file.day_order else None,
        decimal_mark=DecimalMark(file.decimal_mark),
    )


def surveyed(source: Source, table: Table, reading: Reading, campaign: Campaign) -> ImportReport:
    """Answer what taking `table` over would bring. Writes nothing."""
    report = ImportReport(zone=reading.zone)
    for batch in fitted(source, table, reading, campaign):
        report.count(batch)
    return report


def object_of(origin: str, row_id: str) -> str:
    """Answer under which object a historic gift is kept: that of nobody, in the file of `origin`."""
    return f"{origin}:{row_id}"


def key_of(origin: str, row_id: str) -> str:
    """Answer by which key a row is known for good, however often its file comes: `import:patreon:123`."""
    return f"{IMPORTED}:{object_of(origin, row_id)}"


def forgotten_key(key: str) -> str:
    """Answer by what a row is known whose person is forgotten: it says no more who it was, and comes no more."""
    return f"forgotten:{hashlib.sha256(key.encode()).hexdigest()}"


def _left_out(record: HistoricGift | RunningPledge, reason: Reason, detail: str) -> LeftOut:
    return LeftOut(line=record.line, row_id=record.row_id, reason=reason, detail=detail)
