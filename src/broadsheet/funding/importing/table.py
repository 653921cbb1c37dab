"""A CSV file, whatever program wrote it: its columns, and its rows one by one."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.funding.decoding import NoText, decoded

MOST_ROWS = 200_000
MOST_COLUMNS = 300
LONGEST_CELL = 20_000
MARKS = ",;\t|"
"""What stands between columns."""


class Unreadable(Refused):
    """The file is no table that we can read."""

    code = "import-unreadable"
    status = 422
    message = _("This is no CSV file with a line of column names and at least one row.")


class TooManyRows(Unreadable):
    """It is a table, and longer than can be read at once."""

    code = "import-too-long"
    message = _("This file has more than %(most)s rows. Please divide it.")


@dataclass(frozen=True)
class Table:
    """What a file holds: the names of its columns, and its rows by them."""

    columns: tuple[str, ...]
    lines: Sequence[Sequence[str]]

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Every row that is not empty, with its number: the first below the column names is 2."""
        for number, cells in enumerate(self.lines, start=2):
            if any(cell.strip() for cell in cells):
                yield number, dict(zip(self.columns, cells, strict=False))


def open_table(content: bytes) -> Table:
    """Read a CSV file: in any encoding; whichever mark divides its first line most.

    Of columns that have the same name only the first is read. Raises `Unreadable` and `TooManyRows`.
    """
    try:
        text = decoded(content)
    except NoText:
        raise Unreadable from None
    first = text.lstrip("\r\n").split("\n", 1)[0]
    mark = max(MARKS, key=first.count)
    try:
        lines = _lines(text, mark)
    except csv.Error:
        raise Unreadable from None
    while lines and not any(cell.strip() for cell in lines[0]):
        lines.pop(0)
    if len(lines) < 2 or len(lines[0]) < 2 or len(lines[0]) > MOST_COLUMNS:  # noqa: PLR2004 - a name and a row
        raise Unreadable
    names = [name.strip() for name in lines[0]]
    seen = [name if name not in names[:place] else "" for place, name in enumerate(names)]
    return Table(tuple(seen), lines[1:])


def _lines(text: str, mark: str) -> list[list[str]]:
    lines = []
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise Unreadable
        lines.append(cells)
        if len(lines) > MOST_ROWS + 1:
            raise TooManyRows(most=MOST_ROWS)
    return lines
