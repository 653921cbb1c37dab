"""How an app asks for a letter to be sent, without knowing who carries it.

`send` is called inside the transaction that is the reason for the letter: if that is rolled back, there was
no letter. What a letter says stands in two templates, `<app>/mail/<name>.txt`, whose first line is
`Subject: …` and which is complete in itself, and `<app>/mail/<name>.html`, which says the same and extends
`core/mail/letter.html`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


class NobodyCarriesMail(Exception):
    """A letter was sent where no app carries letters (`broadsheet.notify` is not installed)."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter to one person.

    `to` is a plain address, such as ada@example.org. `template` is `<app>/mail/<name>`, without an ending. It
    is given `context` and, besides, `site_name`, `site_url` (without a slash at its end), `subject` (the HTML
    only), `language` and `direction`. `language` is a code such as de; empty means the newspaper's own. After
    `good_until` the letter is not worth sending any more, as when the code in it has expired; None: it always is.
    One that `leaves_no_trace` is forgotten with its address as soon as it is sent or given up.
    """

    to: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    language: str = ""
    good_until: datetime | None = None
    leaves_no_trace: bool = False


Carrier = Callable[[Letter], object]

_carriers: list[Carrier] = []


def carried_by(carrier: Carrier) -> Carrier:
    """Have every letter given to `carrier` from now on; the latest one named is the one that carries."""
    _carriers[:] = [carrier]
    return carrier


def send(letter: Letter) -> None:
    """Give `letter` to whoever carries letters, inside the transaction that is its reason.

    It is kept with that transaction and goes out soon after it has committed. Raises `ValueError` if `to`
    is not an address, and `NobodyCarriesMail`.
    """
    if not _carriers:
        raise NobodyCarriesMail
    _carriers[0](letter)
