"""Tables for spreadsheet programs: comma-separated values (RFC 4180) that stay values. Pure.

Spreadsheets run what begins like a formula, also in a file from elsewhere; so what people wrote is given an
apostrophe before such a beginning (OWASP, “CSV Injection”). Numbers and dates of our own are written as they are.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from .currencies import exponent
from .money import Money

Cell = str | int | Decimal | date | datetime | Money | None

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"
"""By which Excel knows that a file is UTF-8."""


def csv_text(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Answer the whole table. Amounts are written with a point, in whole units, without the currency."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(heading)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return file.getvalue()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Money():
            return f"{Decimal(cell.minor).scaleb(-exponent(cell.currency)):f}"
        case datetime():
            return cell.isoformat(timespec="seconds")
        case str():
            return f"'{cell}" if cell.lstrip(" ").startswith(BEGINS_A_FORMULA) else cell
        case _:
            return str(cell)
