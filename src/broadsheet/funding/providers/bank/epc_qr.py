"""The QR code by which apps of banks fill in a transfer (European Payments Council, EPC069-12, version 002)."""

from dataclasses import dataclass
from decimal import Decimal

from segno.helpers import make_epc_qr
from stdnum import iban as iban_numbers

QUIET_ZONE = 4
"""Modules of light around the code (ISO/IEC 18004)."""
CURRENCY = "EUR"
LARGEST_AMOUNT = 999_999_999_99
"""In cents."""


@dataclass(frozen=True, kw_only=True)
class QrCode:
    """`picture` is the path of an SVG of `size` by `size` modules."""

    picture: str
    size: int


def epc_qr(*, holder: str, iban: str, bic: str, amount: int, text: str) -> QrCode:
    """The code to send `amount` cents to `holder`, saying `text`.

    `text` goes where people see it, and not into the field for structured references, which not all banks carry.
    Raises `ValueError` where the IBAN is none, a line is not one line, or something is longer than codes hold
    (the library checks lengths, but no IBAN, and would round an amount; so it is given whole cents).
    """
    if not iban_numbers.is_valid(iban):
        raise ValueError("Not an IBAN.")
    if not 0 < amount <= LARGEST_AMOUNT:
        raise ValueError("Not an amount that a code can hold.")
    if any(len(line.splitlines()) > 1 for line in (holder, bic, text)):
        raise ValueError("A code holds each of them in one line.")
    code = make_epc_qr(
        name=holder,
        iban=iban_numbers.compact(iban),
        amount=Decimal(amount).scaleb(-2),
        text=text,
        bic=bic or None,
        encoding="utf-8",
    )
    modules = list(code.matrix_iter(border=QUIET_ZONE))
    return QrCode(
        picture="".join(
            f"M{column} {row}h1v1h-1z"
            for row, line in enumerate(modules)
            for column, is_dark in enumerate(line)
            if is_dark
        ),
        size=len(modules),
    )
