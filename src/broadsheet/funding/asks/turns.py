"""Which wording a page shows at a moment: each in its turn, so that the page is the same for everybody.

A page shows one wording for an hour, then another. Within as many hours as there are wordings each has one
turn, in an order drawn anew each time for each page: blocked randomisation, as trials have it (ICH E9, 2.3.2).
So no wording has the evenings, or the article that everybody reads.
"""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum

TURN = timedelta(hours=1)
ONE_IN = 10
"""One page in so many says that its ask was seen, and counts for so many."""

_CODE = re.compile(r"([1-9][0-9]{0,17})-(above|below)")


class Place(StrEnum):
    """Where around an article an ask stands, as addresses say it."""

    ABOVE = "above"
    BELOW = "below"


def turn(wordings: Sequence[int], *, ask: int, page: str, at: datetime) -> tuple[int, datetime]:
    """Answer which of `wordings` has its turn on `page` at the moment `at`, and when the turn ends.

    `wordings` are ids, one at least, in any order; `page` is any name of the page.
    """
    number = int(at.timestamp() // TURN.total_seconds())
    block, place = divmod(number, len(wordings))
    order = sorted(wordings, key=lambda one: _lot(f"{ask}:{page}:{block}:{one}"))
    ends_at = datetime.fromtimestamp((number + 1) * TURN.total_seconds(), UTC)
    return order[place], ends_at


def code_of(wording: int, place: Place) -> str:
    """How a gift says from which ask it came: `12-below`."""
    return f"{wording}-{place}"


def read_code(code: str) -> tuple[int, Place] | None:
    """The wording and the place that `code` says; None if it is none of ours."""
    found = _CODE.fullmatch(code)
    return (int(found[1]), Place(found[2])) if found else None


def _lot(name: str) -> bytes:
    return hashlib.blake2b(name.encode(), digest_size=8).digest()
