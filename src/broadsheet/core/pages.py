"""Keyset pages: "everything after this row", which costs the same on page 1 and on page 1,000.

A cursor is the sort values of the last row shown, and its id, as URL-safe text. It is not secret and not
signed: a forged cursor shows another stretch of what is public anyway, and a broken one is refused.
"""

import base64
import binascii
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused

Row = TypeVar("Row")
CursorValue = int | float | str

MAX_CURSOR_LENGTH = 200


class CursorNotUnderstood(Refused):
    """The address holds a page mark that we did not write."""

    code = "cursor-not-understood"
    status = 400
    message = _("This page address is damaged. Start again from the first page.")


@dataclass(frozen=True, kw_only=True)
class KeysetPage(Generic[Row]):
    """Some rows, and the cursor to what follows them (`None` on the last page)."""

    rows: Sequence[Row]
    next_cursor: str | None


def write_cursor(*values: CursorValue) -> str:
    """Answer the cursor that stands after a row with these sort values."""
    packed = json.dumps(values, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_cursor(cursor: str, *kinds: type) -> tuple[CursorValue, ...]:
    """Answer the values in `cursor`, one for each of `kinds` (`int`, `float`, `str`).

    A whole number passes for a float. Raises `CursorNotUnderstood` for anything else.
    """
    if len(cursor) > MAX_CURSOR_LENGTH:
        raise CursorNotUnderstood
    try:
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        values = json.loads(packed)
    except (binascii.Error, ValueError, RecursionError):
        raise CursorNotUnderstood from None
    if not isinstance(values, list) or len(values) != len(kinds):
        raise CursorNotUnderstood
    return tuple(_read(value, kind) for value, kind in zip(values, kinds, strict=True))


def _read(value: object, kind: type) -> CursorValue:
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise CursorNotUnderstood
        return float(value)
    if (
        kind is int
        and isinstance(value, int)
        and not isinstance(value, bool)
        and abs(value) < 2**63
    ):
        return value
    if kind is str and isinstance(value, str):
        return value
    raise CursorNotUnderstood


def moment_to_cursor(moment: datetime) -> int:
    """Answer `moment` in whole microseconds since 1970: exact, where a float would round."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond
