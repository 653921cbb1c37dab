"""Taking over what a bank says came in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.text import normalise_name
from broadsheet.funding.facts import UNMATCHED
from broadsheet.funding.models import (
    AT_BANK,
    BankAccount,
    BankEntry,
    BankStatement,
    EntryDoubt,
    StatementLayout,
)
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.providers.bank import BANK
from broadsheet.funding.references import read_references
from broadsheet.funding.statements import (
    Balance,
    Columns,
    Format,
    NotReadable,
    Period,
    Statement,
    StatementEntry,
    fingerprints,
    format_of,
    gaps,
    is_account,
    read_camt053,
    read_mt940,
    read_rows,
    read_table,
)

from .lines import Line
from .posting import append_entries

MATCHING: Final = "funding.match_entries"
"""The name of the job that finds the gifts of new entries (`tasks.py`)."""
FILE_NAME_LENGTH: Final = 120
BATCH: Final = 1000


class ColumnsUnknown(Refused):
    code = "columns-unknown"
    status = 409
    message = _("It has to be said which column of this file holds what.")


class OtherAccount(Refused):
    code = "other-account"
    status = 409
    message = _("This file is about the account %(said)s, not about %(wanted)s.")


class OtherCurrency(Refused):
    code = "other-currency"
    status = 409
    message = _("This file is in %(said)s, and the account in %(wanted)s.")


class StatementEmpty(Refused):
    code = "statement-empty"
    status = 409
    message = _("There is no booked entry in this file.")


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """One file, read: what it says of one account. `difference` is by how much its balances say something else."""

    entries: Sequence[StatementEntry]
    difference: int | None = None
    opening: Balance | None = None
    closing: Balance | None = None


def import_statement(
    *,
    content: bytes,
    file_name: str,
    account: BankAccount,
    columns: Columns | None = None,
    importer: User,
    at: datetime,
) -> BankStatement:
    """Keep what the file `content` says came in on `account`, and have its gifts found soon.

    An entry that is there already is no news, however often and in whatever files it comes again. What went out
    is not kept, unless it says a reference of ours. Everything kept stands on liability:unmatched from now on.
    `columns` says what a CSV file's columns hold; they are kept for the next with the same header. Raises
    `NotReadable`, `ColumnsUnknown`, `OtherAccount`, `OtherCurrency` and `StatementEmpty`.
    """
    policy.require(Permission.RECONCILE, importer)
    form = format_of(content)
    reading = _read(content, form, account=account, columns=columns, at=at)
    if not reading.entries:
        raise StatementEmpty
    marks = fingerprints(account.number, reading.entries)
    with transaction.atomic():
        _one_after_the_other(account.number)
        known = set(
            BankEntry.objects.filter(fingerprint__in=marks).values_list("fingerprint", flat=True)
        )
        new = [
            (mark, entry)
            for mark, entry in zip(marks, reading.entries, strict=True)
            if mark not in known
        ]
        kept = [(mark, entry) for mark, entry in new if entry.amount > 0 or _says_ours(entry)]
        from_day, to_day = _days(reading.entries)
        statement = BankStatement.objects.create(
            account=account.number,
            currency=account.currency,
            format=form,
            file_name=normalise_name(file_name)[:FILE_NAME_LENGTH],
            from_day=from_day,
            to_day=to_day,
            entries_new=len(kept),
            repeated=len(known),
            passed_over=len(new) - len(kept),
            difference=reading.difference,
            **_balances(reading),
            imported_by=importer,
            imported_at=at,
        )
        _keep(statement, kept, at=at)
        if kept:
            app.configure_task(MATCHING).defer()
    return statement


def _balances(reading: _Reading) -> dict[str, Any]:
    """What is kept of them."""
    opening, closing = reading.opening, reading.closing
    return {
        "opening": opening and opening.amount,
        "opened_on": opening and opening.on,
        "closing": closing and closing.amount,
        "closed_on": closing and closing.on,
    }


def _read(
    content: bytes, form: Format, *, account: BankAccount, columns: Columns | None, at: datetime
) -> _Reading:
    if form == Format.CSV:
        return _read_csv(content, account=account, columns=columns, at=at)
    statements = read_camt053(content) if form == Format.CAMT053 else read_mt940(content)
    ours = [each for each in statements if is_account(each.account, account.number)]
    if not ours:
        raise OtherAccount(said=statements[0].account[:34], wanted=account.number)
    return _joined(ours, account)


def _joined(statements: Sequence[Statement], account: BankAccount) -> _Reading:
    said = {each.currency for each in statements} - {account.currency, ""}
    if said:
        raise OtherCurrency(said=min(said), wanted=account.currency)
    told = [each for each in statements if each.entries]
    differences = [each.difference for each in statements if each.difference is not None]
    missing = [gap.missing for gap in gaps(map(_period, told))]
    return _Reading(
        entries=[entry for each in told for entry in each.entries],
        difference=sum(map(abs, differences + missing)) if differences else None,
        opening=min(told, key=lambda each: _days(each.entries)[0]).opening if told else None,
        # Of several that end on the same day, such as the sheets of one statement, the last.
        closing=max(reversed(told), key=lambda each: _days(each.entries)[1]).closing
        if told
        else None,
    )


def _period(statement: Statement) -> Period:
    from_day, to_day = _days(statement.entries)
    return Period(
        from_day=from_day,
        to_day=to_day,
        opening=statement.opening,
        closing=statement.closing,
    )


def _days(entries: Sequence[StatementEntry]) -> tuple[date, date]:
    """The first and the last day on which some of `entries` were booked."""
    days = [entry.booked_on for entry in entries]
    return min(days), max(days)


def _read_csv(
    content: bytes, *, account: BankAccount, columns: Columns | None, at: datetime
) -> _Reading:
    table = read_table(content)
    layouts = StatementLayout.objects.filter(account=account.number, header=table.header)
    if columns is None:
        layout = layouts.first()
        if layout is None:
            raise ColumnsUnknown
        try:
            columns = Columns.from_plain(layout.columns)
        except (KeyError, TypeError, ValueError):
            raise ColumnsUnknown from None
    statement = read_rows(table, columns, currency=account.currency)
    if not statement.entries:
        raise NotReadable(_("No row of this file is an entry. Are these the right columns?"))
    StatementLayout.objects.update_or_create(
        account=account.number,
        header=table.header,
        defaults={"columns": columns.as_plain(), "kept_at": at},
    )
    return _Reading(entries=statement.entries)


def _one_after_the_other(number: str) -> None:
    """Let nobody import for the same account at the same time: each entry is new once."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"statement {number}"]
        )


def _says_ours(entry: StatementEntry) -> bool:
    return bool(read_references(entry.text))


def _keep(
    statement: BankStatement, kept: Sequence[tuple[str, StatementEntry]], *, at: datetime
) -> None:
    elsewhere = _days_of_other_formats(statement)
    entries = BankEntry.objects.bulk_create(
        [
            BankEntry(
                statement=statement,
                fingerprint=mark,
                account=statement.account,
                booked_on=entry.booked_on,
                amount=entry.amount,
                currency=entry.currency,
                counterparty=entry.counterparty,
                text=entry.text,
                is_return=entry.is_return,
                doubt=EntryDoubt.TWICE
                if (entry.booked_on, entry.amount) in elsewhere
                else EntryDoubt.NONE,
                read_at=at,
            )
            for mark, entry in kept
        ],
        batch_size=BATCH,
    )
    came_in = [unmatched_line(entry) for entry in entries if entry.amount > 0]
    if came_in:
        append_entries(came_in, currency=statement.currency, at=at)


def unmatched_line(entry: BankEntry) -> Line:
    """How it is written down that `entry` came in, whosever it is."""
    return Line(
        key=f"{BANK}:{entry.fingerprint}:unmatched",
        kind="unmatched",
        debit=AT_BANK,
        credit=UNMATCHED,
        amount=entry.amount,
        happened_at=moment_of(entry.booked_on),
    )


def moment_of(day: date) -> datetime:
    """When what was booked on `day` happened, as banks do not say it: at noon, where the newspaper is."""
    return datetime.combine(day, time(12), tzinfo=timezone.get_default_timezone())


def _days_of_other_formats(statement: BankStatement) -> set[tuple[date, int]]:
    """Day and amount of entries that came in files of another format, in which they may be spelt differently."""
    others = BankEntry.objects.filter(
        account=statement.account,
        booked_on__range=(statement.from_day, statement.to_day),
    ).exclude(statement__format=statement.format)
    return set(others.values_list("booked_on", "amount"))
