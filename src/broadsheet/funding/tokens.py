"""Links that let whoever holds them do one thing, and nothing else: they stand in letters to donors.

Each is signed with the site's key for one `Purpose` and one row, and is good as long as the key and the row are.
What may be done by one is little, can be undone, and is asked once more on the page it opens, because programs
that look at letters open every link in them.
"""

from enum import StrEnum

from django.core.signing import BadSignature, Signer

from broadsheet.core.errors import NotFound


class Purpose(StrEnum):
    """What a link opens."""

    RECEIPT = "receipt"
    """One receipt, to look at and to save."""
    PLEDGE = "pledge"
    """One recurring gift, to pause and to end."""


def new_token(purpose: Purpose, row: int) -> str:
    """Answer the part of an address that opens the row with this id for `purpose`: ASCII, some 50 letters."""
    return _signer(purpose).sign(str(row))


def read_token(purpose: Purpose, token: str) -> int:
    """Answer the id of the row that `token` opens. Raises `NotFound` for one that is not ours, or not for this."""
    try:
        return int(_signer(purpose).unsign(token))
    except (BadSignature, ValueError):
        raise NotFound from None


def _signer(purpose: Purpose) -> Signer:
    return Signer(salt=f"broadsheet.funding.tokens.{purpose.value}", sep="~")
