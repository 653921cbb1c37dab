"""The cells of one row, read as what they are. Nothing is guessed: what is unclear is not taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import NoReturn

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.amounts import AmountUnreadable, exact_amount
from broadsheet.funding.currencies import UnknownCurrency, exponent

from .fields import Field
from .reasons import Reason


class DayOrder(TextChoices):
    """What comes first in a date of figures such as 03/04/2025."""

    DAY_FIRST = "DAY", _("day first: 31/12/2025")
    MONTH_FIRST = "MONTH", _("month first: 12/31/2025")


class DecimalMark(TextChoices):
    """What stands before the cents."""

    POINT = ".", _("a point: 1,234.50")
    COMMA = ",", _("a comma: 1.234,50")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a file is to be read.

    `columns` says of each field in which column it stands; `zone` is the newspaper's, `today` the day there, and
    `currency` that of amounts where no column says it. Without a `day_order` only dates that can mean one thing
    are read.
    """

    columns: Mapping[Field, str]
    zone: tzinfo
    currency: str
    today: date
    day_order: DayOrder | None = None
    decimal_mark: DecimalMark = DecimalMark.POINT


class CellRefused(Exception):
    """A cell cannot be taken; raised out of a reader, whose row is then left out."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        """Say why, and what stands there."""
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Cells:
    """One row: its line in the file, and what stands in each column."""

    line: int
    row: Mapping[str, str]
    reading: Reading
    zone: tzinfo
    """Of moments that say none."""

    def text(self, what: Field) -> str:
        """What stands there without space around it; empty if nothing does, or no column was named."""
        column = self.reading.columns.get(what)
        return "" if column is None else self.row.get(column, "").strip()

    def needed(self, what: Field) -> str:
        """The same, refused if it is empty."""
        return self.text(what) or self._refuse(Reason.MISSING, str(what.label))

    def folded(self, what: Field) -> str:
        """The same in small letters, for words that a system writes now so and now so."""
        return " ".join(self.text(what).lower().replace("_", " ").split())

    def name(self) -> str:
        """The name in one."""
        parts = (self.text(Field.FIRST_NAME), self.text(Field.LAST_NAME))
        return self.text(Field.NAME) or " ".join(filter(None, parts))

    def email(self) -> str:
        """The address, or nothing; refused if it is none."""
        written = self.text(Field.EMAIL)
        try:
            if written:
                validate_email(written)
        except ValidationError:
            self._refuse(Reason.EMAIL_UNREADABLE, written)
        return written

    def currency(self, what: Field = Field.CURRENCY) -> str:
        """Its code in capitals; where nothing stands, that of the file."""
        code = (self.text(what) or self.reading.currency).upper()
        try:
            exponent(code)
        except UnknownCurrency:
            self._refuse(Reason.CURRENCY_UNKNOWN, code)
        return code

    def amount(self, what: Field, currency: str) -> int:
        """Minor units of `currency`; 0 if nothing stands there."""
        written = self.text(what)
        if not written:
            return 0
        minor = minor_units(written, self.reading.decimal_mark, currency)
        return self._refuse(Reason.AMOUNT_UNCLEAR, written) if minor is None else minor

    def moment(self, what: Field, hour: Field | None = None) -> datetime | None:
        """When; None if nothing stands there. The time of day may stand in a column of its own."""
        written = self.text(what)
        if not written:
            return None
        found = _iso(written) or self._by_words(written) or self._by_figures(written)
        if found is None:
            self._refuse(Reason.DATE_UNREADABLE, written)
        if hour is not None and self.text(hour):
            found = datetime.combine(found.date(), self._time(self.text(hour)))
        return found if found.tzinfo else found.replace(tzinfo=self.zone)

    def needed_moment(self, what: Field, hour: Field | None = None) -> datetime:
        """The same, refused if nothing stands there."""
        return self.moment(what, hour) or self._refuse(Reason.MISSING, str(what.label))

    def day(self, what: Field) -> date | None:
        """The day, in the newspaper's time zone; None if nothing stands there."""
        moment = self.moment(what)
        return None if moment is None else moment.astimezone(self.reading.zone).date()

    def _by_words(self, written: str) -> datetime | None:
        found = _MONTH_DAY_YEAR.fullmatch(written) or _DAY_MONTH_YEAR.fullmatch(written)
        if found is None or found["month"][:3].lower() not in _MONTHS:
            return None
        month = _MONTHS.index(found["month"][:3].lower()) + 1
        return _moment(found["year"], str(month), found["day"], found["rest"])

    def _by_figures(self, written: str) -> datetime | None:
        found = _FIGURES.fullmatch(written)
        if found is None:
            return None
        first, second = found["first"], found["second"]
        if self.reading.day_order is DayOrder.DAY_FIRST:
            return _moment(found["year"], second, first, found["rest"])
        if self.reading.day_order is DayOrder.MONTH_FIRST:
            return _moment(found["year"], first, second, found["rest"])
        if first == second:
            return _moment(found["year"], first, second, found["rest"])
        return self._refuse(Reason.DATE_UNCLEAR, written)

    def _time(self, written: str) -> time:
        return _time(written) or self._refuse(Reason.DATE_UNREADABLE, written)

    def _refuse(self, reason: Reason, detail: str) -> NoReturn:
        raise CellRefused(reason, detail)


def minor_units(written: str, mark: DecimalMark, currency: str) -> int | None:
    """Read an amount as machines write it, with or without the currency beside it; None if it is none."""
    found = _AMOUNT.fullmatch(written.strip())
    if found is None:
        return None
    try:
        return exact_amount(
            found["sign"] + found["number"], currency=currency, decimal_mark=mark.value
        )
    except AmountUnreadable:
        return None


_BESIDE = r"[^\d.,'’+\-−–\n]{0,6}"
_AMOUNT = re.compile(rf"{_BESIDE}(?P<sign>[-−]?){_BESIDE}(?P<number>\d(?:[\d.,'’\s]*\d)?){_BESIDE}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_DAY_YEAR = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?P<rest>.*)"
)
_DAY_MONTH_YEAR = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})(?P<rest>.*)"
)
_FIGURES = re.compile(r"(?P<first>\d{1,2})([/.\-])(?P<second>\d{1,2})\2(?P<year>\d{4})(?P<rest>.*)")
_TIME = re.compile(r"(?:T|,| at)? ?(\d{1,2}):(\d{2})(?::(\d{2}))? ?([AaPp])?\.?[Mm]?\.?")


def _iso(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written) if re.match(r"\d{4}-\d{2}-\d{2}", written) else None
    except ValueError:
        return None


def _moment(year: str, month: str, day: str, rest: str) -> datetime | None:
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    at = _time(rest) if rest.strip() else time.min
    return None if at is None else datetime.combine(on, at)


def _time(written: str) -> time | None:
    found = _TIME.fullmatch(written.strip())
    if found is None:
        return None
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "Pp" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None
