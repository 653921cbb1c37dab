"""CSV, as banks export it: every bank has columns of its own, and somebody has to say once what they are."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.utils.translation import gettext_lazy as _

from broadsheet.funding.decoding import NoText, decoded
from broadsheet.funding.references import read_references

from .amounts import DECIMAL_MARKS, day, minor_units
from .entry import Statement, StatementEntry, as_name, as_text
from .refusals import NotReadable

DELIMITERS = (";", ",", "\t", "|")
DATE_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y%m%d")
FEWEST_COLUMNS, MOST_COLUMNS = 3, 60
MOST_ROWS = 100_000
MOST_LINES_BEFORE = 30


@dataclass(frozen=True, kw_only=True)
class Table:
    """A CSV file: the row that names the columns, and those after it."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def header(self) -> str:
        """The names of the columns, by which a file is known again."""
        return "\n".join(self.names)


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Which column (from 0) holds what.

    An amount stands in `amount` with its sign, or, where what went out has a column of its own, in `amount` and
    `outgoing`; or without a sign, and `direction` says `outgoing_word` where it went out. `texts` are all that may
    hold a reference.
    """

    date: int
    date_form: str
    amount: int
    decimal_mark: str
    texts: tuple[int, ...]
    outgoing: int | None = None
    direction: int | None = None
    outgoing_word: str = ""
    counterparty: int | None = None
    currency: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no file can have."""
        if self.date_form not in DATE_FORMS or self.decimal_mark not in DECIMAL_MARKS:
            raise ValueError("An unknown form of date or number.")

    def as_plain(self) -> dict[str, Any]:
        """All of it as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """The same again. Raises `ValueError` and `TypeError`."""
        return cls(**{**plain, "texts": tuple(plain["texts"])})


def read_table(content: bytes) -> Table:
    """The table in `content`, whatever it is delimited by. Raises `NotReadable`.

    Banks put lines above it; what names the columns is the first row in which most cells say something.
    """
    try:
        text = decoded(content)
    except NoText:
        raise NotReadable(_("This file is no text.")) from None
    delimiter = max(DELIMITERS, key=lambda mark: _widest(text, mark))
    try:
        rows = [
            tuple(cell.strip() for cell in row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            if any(cell.strip() for cell in row)
        ]
    except csv.Error:
        raise NotReadable(_("This is not a CSV file.")) from None
    width = max((len(row) for row in rows), default=0)
    if not FEWEST_COLUMNS <= width <= MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise NotReadable(_("This file is not a table of a bank's entries."))
    first = next((place for place, row in enumerate(rows) if _names_columns(row, width)), None)
    if first is None:
        raise NotReadable(_("This file does not say what its columns are."))
    return Table(names=rows[first], rows=tuple(rows[first + 1 :]))


def _names_columns(row: Sequence[str], width: int) -> bool:
    return sum(map(bool, row)) >= max(FEWEST_COLUMNS, (width + 1) // 2)


def _widest(text: str, delimiter: str) -> int:
    lines = text.splitlines()[: MOST_LINES_BEFORE + 20]
    counts = sorted(line.count(delimiter) for line in lines if line.strip())
    return counts[len(counts) // 2] if counts else 0


def read_rows(table: Table, columns: Columns, *, currency: str) -> Statement:
    """The entries of `table`, of an account in `currency`. Raises `NotReadable`, and says of which row.

    Rows after the last that has a day, such as sums, are left out; one between that has none is refused.
    """
    dated = [place for place, row in enumerate(table.rows) if _cell(row, columns.date)]
    entries = []
    for place, row in enumerate(table.rows[: dated[-1] + 1 if dated else 0], start=1):
        try:
            entry = _entry(row, columns, currency)
        except NotReadable as refused:
            raise NotReadable(_("Row %(row)s: %(why)s"), row=place, why=refused.sentence) from None
        if entry is not None:
            entries.append(entry)
    return Statement(account="", currency=currency, entries=tuple(entries))


def _entry(row: Sequence[str], columns: Columns, currency: str) -> StatementEntry | None:
    said = _cell(row, columns.currency).upper() if columns.currency is not None else currency
    if said != currency:
        raise NotReadable(
            _("its currency is “%(currency)s”, not the account's."), currency=said[:10]
        )
    amount = _amount(row, columns, currency)
    if not amount:
        return None
    return StatementEntry(
        booked_on=day(_cell(row, columns.date)[:10], columns.date_form),
        amount=amount,
        currency=currency,
        text=as_text(*(_cell(row, place) for place in columns.texts)),
        counterparty=as_name(_cell(row, columns.counterparty)),
    )


def _amount(row: Sequence[str], columns: Columns, currency: str) -> int:
    def read(place: int) -> int:
        written = re.sub(rf"[\s ]*(?:{currency}|[€$£])[\s ]*", "", _cell(row, place))
        return minor_units(written, currency, decimal_mark=columns.decimal_mark) if written else 0

    amount = read(columns.amount)
    if columns.outgoing is not None:
        out = abs(read(columns.outgoing))
        if amount and out:
            raise NotReadable(_("it came in and went out."))
        return amount or -out
    if columns.direction is not None:
        is_out = _cell(row, columns.direction).casefold() == columns.outgoing_word.casefold()
        return -abs(amount) if is_out else abs(amount)
    if not _cell(row, columns.amount):
        raise NotReadable(_("it states no amount."))
    return amount


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


# What a column may be called. Only a first guess: a person looks at it before anything is imported.
_NAMES = {
    "date": r"buchungs(tag|datum)|booking|^datum|^date|fecha|data (operacji|contabile)|boekdatum|completed",
    "amount": r"^betrag|^umsatz|amount|bedrag|montant|importe|importo|kwota|credit|haben|gutschrift",
    "outgoing": r"debit|soll|lastschrift|money out|paid out",
    "direction": r"^s/h$|soll/haben|af bij|^d/c$|credit.?debit|^type$",
    "currency": r"währung|waehrung|currency|devise|valuta$|munt|divisa|waluta",
    "counterparty": r"name|auftraggeber|beguenstigt|begünstigt|zahlungspflicht|naam|counterparty|payer|libell",
    "texts": r"verwendung|zweck|text|betreff|remittance|message|purpose|reference|referenz|description|memo"
    r"|omschrijving|mededeling"
    r"|communication|kundenreferenz|end.?to.?end|details|payment|libell|tytu|concepto|causale",
}


def guess_columns(table: Table) -> Columns | None:
    """What the columns of `table` probably are, by their names and by what stands in them; None where in doubt."""
    found = {
        what: [
            place for place, name in enumerate(table.names) if re.search(words, name, re.IGNORECASE)
        ]
        for what, words in _NAMES.items()
    }
    if not found["date"] or not found["amount"]:
        return None
    date, amount = found["date"][0], found["amount"][0]
    form = next((form for form in DATE_FORMS if _all_days(table, date, form)), None)
    if form is None:
        return None
    outgoing = [place for place in found["outgoing"] if place != amount]
    return Columns(
        date=date,
        date_form=form,
        amount=amount,
        decimal_mark=_decimal_mark(table, amount),
        texts=tuple(sorted({*found["texts"], *_with_references(table)}))
        or tuple(found["counterparty"]),
        outgoing=outgoing[0] if outgoing else None,
        counterparty=next(iter(found["counterparty"]), None),
        currency=next((place for place in found["currency"] if _all_codes(table, place)), None),
    )


def _with_references(table: Table) -> set[int]:
    """The columns in which references of ours stand, whatever they are called."""
    return {
        place
        for place in range(len(table.names))
        if any(read_references(_cell(row, place)) for row in table.rows[:50])
    }


def _all_days(table: Table, place: int, form: str) -> bool:
    written = [cell for row in table.rows[:50] if (cell := _cell(row, place))]
    try:
        return bool(written) and all(day(cell[:10], form) for cell in written[:-1] or written)
    except NotReadable:
        return False


def _all_codes(table: Table, place: int) -> bool:
    cells = [cell for row in table.rows[:50] if (cell := _cell(row, place))]
    return bool(cells) and all(re.fullmatch("[A-Za-z]{3}", cell) for cell in cells)


def _decimal_mark(table: Table, place: int) -> str:
    cells = (_cell(row, place) for row in table.rows[:50])
    marks = [found[0] for cell in cells if (found := re.search(r"[.,](?=\d{1,2}\D*$)", cell))]
    return max(DECIMAL_MARKS, key=marks.count)
