"""An export at the desk: how it is read, and what taking it over would bring."""

from dataclasses import dataclass
from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import Promise

from broadsheet.accounts.models import User
from broadsheet.funding.importing import (
    ImportReport,
    LeftOut,
    Source,
    Sums,
    Table,
    open_table,
    reading_of,
    source,
    surveyed,
)
from broadsheet.funding.models import ImportFile
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy

FILES = 50


@dataclass(frozen=True, kw_only=True)
class ImportLine:
    """One file that was uploaded; of one taken over, how much it brought."""

    id: int
    name: str
    label: str | Promise
    uploaded_at: datetime
    uploaded_by: str
    is_begun: bool
    is_finished: bool
    gifts: int
    pledges: int
    invitations: int
    known: int
    left_out: int


@dataclass(frozen=True, kw_only=True)
class ImportList:
    """What `funding/desk/imports.html` is given."""

    lines: tuple[ImportLine, ...]


@dataclass(frozen=True, kw_only=True)
class CurrencyLine:
    """What the new gifts in one currency come to."""

    gifts: int
    amount: Money
    cover: Money
    fees: Money
    returned: Money


@dataclass(frozen=True, kw_only=True)
class MonthLine:
    """What was given in one month."""

    month: date
    amount: Money


@dataclass(frozen=True, kw_only=True)
class LeftOutGroup:
    """Rows that are left out for the same reason; the first of them are shown."""

    reason: str | Promise
    count: int
    rows: tuple[LeftOut, ...]


@dataclass(frozen=True, kw_only=True)
class ImportOutlook:
    """What taking a file over would bring."""

    gifts: int
    pledges: int
    ending: int
    invitations: int
    known: int
    currencies: tuple[CurrencyLine, ...]
    months: tuple[MonthLine, ...]
    left_out: tuple[LeftOutGroup, ...]

    @property
    def new(self) -> int:
        """How many rows would come."""
        return self.gifts + self.pledges + self.invitations


@dataclass(frozen=True, kw_only=True)
class ImportPage:
    """What `funding/desk/import.html` is given.

    `columns` are those of the file, each with what stands in its first row; `missing` are the fields that have
    no column yet, and as long as there are any nobody can say what would come.
    """

    line: ImportLine
    file: ImportFile
    source: Source
    columns: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    outlook: ImportOutlook | None


def import_list(*, viewer: User) -> ImportList:
    """Answer the files uploaded last. One query. Raises `NotAllowed`."""
    policy.require(Permission.RECORD_OFFLINE, viewer)
    files = ImportFile.objects.select_related("uploaded_by").defer("content")
    return ImportList(lines=tuple(_line(file) for file in files.order_by("-pk")[:FILES]))


def import_page(file_id: int, *, viewer: User) -> ImportPage:
    """Answer how a file is read and what it would bring: reads all of it. Raises `NotAllowed`."""
    policy.require(Permission.RECORD_OFFLINE, viewer)
    files = ImportFile.objects.select_related("uploaded_by", "campaign")
    file = get_object_or_404(files, pk=file_id)
    kind = source(file.source)
    if file.begun_at is not None:
        return ImportPage(
            line=_line(file), file=file, source=kind, columns=(), missing=(), outlook=None
        )
    table = open_table(bytes(file.content))
    reading = reading_of(file, today=timezone.localdate())
    missing = kind.missing(reading.columns)
    report = None if missing else surveyed(kind, table, reading, file.campaign)
    return ImportPage(
        line=_line(file),
        file=file,
        source=kind,
        columns=_columns(table),
        missing=tuple(str(field.label) for field in missing),
        outlook=None if report is None else _outlook(report),
    )


def _line(file: ImportFile) -> ImportLine:
    numbers = file.report
    return ImportLine(
        id=file.pk,
        name=file.name,
        label=source(file.source).label,
        uploaded_at=file.uploaded_at,
        uploaded_by=file.uploaded_by.name if file.uploaded_by else "",
        is_begun=file.begun_at is not None,
        is_finished=file.finished_at is not None,
        gifts=numbers.get("gifts", 0),
        pledges=numbers.get("pledges", 0),
        invitations=numbers.get("invitations", 0),
        known=numbers.get("known", 0),
        left_out=sum(numbers.get("left_out", {}).values()),
    )


def _columns(table: Table) -> tuple[tuple[str, str], ...]:
    _number, first = next(table.rows(), (0, {}))
    return tuple((name, first.get(name, "")[:40]) for name in table.columns if name)


def _outlook(report: ImportReport) -> ImportOutlook:
    months = sorted(report.months.items(), key=lambda item: (item[0][1], item[0][0]))
    return ImportOutlook(
        gifts=report.gifts,
        pledges=report.pledges,
        ending=report.ending,
        invitations=report.invitations,
        known=report.known,
        currencies=tuple(_currency(code, sums) for code, sums in sorted(report.sums.items())),
        months=tuple(
            MonthLine(month=date.fromisoformat(f"{month}-01"), amount=Money(amount, currency))
            for (currency, month), amount in months
        ),
        left_out=tuple(
            LeftOutGroup(reason=reason.label, count=count, rows=tuple(report.shown[reason]))
            for reason, count in report.left_out.most_common()
        ),
    )


def _currency(code: str, sums: Sums) -> CurrencyLine:
    return CurrencyLine(
        gifts=sums.gifts,
        amount=Money(sums.amount, code),
        cover=Money(sums.cover, code),
        fees=Money(sums.fees, code),
        returned=Money(sums.returned, code),
    )
