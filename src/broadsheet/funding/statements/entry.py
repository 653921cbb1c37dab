"""One line of a statement, whatever it was written in."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from broadsheet.core.text import normalise_name

NAME_LENGTH = 140
TEXT_LENGTH = 500
"""Of what is said with a payment, more than any bank carries (ISO 20022: 140 for each of a few lines)."""


@dataclass(frozen=True, kw_only=True)
class StatementEntry:
    """`amount` minor units came in on `booked_on`, or went out if it is negative.

    `text` is all that was said with it, by the payer and by the bank; `bank_reference` what the bank calls it.
    One that `is_return` is money of ours that came back, or of others' that was taken back.
    """

    booked_on: date
    amount: int
    currency: str
    text: str
    counterparty: str = ""
    bank_reference: str = ""
    is_return: bool = False


@dataclass(frozen=True)
class Balance:
    """What was on an account, in minor units, and the day for which the bank says so, if it does."""

    amount: int
    on: date | None


@dataclass(frozen=True, kw_only=True)
class Statement:
    """The entries of one account in one currency.

    `account` is as the bank writes it, or empty where the file does not say. `opening` is what was there before
    them, and `closing` after them; None where it states no such balance.
    """

    account: str
    currency: str
    entries: tuple[StatementEntry, ...]
    opening: Balance | None = None
    closing: Balance | None = None

    @property
    def difference(self) -> int | None:
        """How many minor units its balances say beyond its entries: not 0 where some are missing."""
        if self.opening is None or self.closing is None:
            return None
        moved = sum(entry.amount for entry in self.entries)
        return self.closing.amount - self.opening.amount - moved


def as_text(*parts: str | None) -> str:
    """What was said with a payment, in one line, each part once, none of it able to turn a page around it."""
    lines = dict.fromkeys(_in_one_line(part) for part in parts if part)
    return " ".join(filter(None, lines))[:TEXT_LENGTH]


def as_name(name: str | None) -> str:
    """Who paid, in one line."""
    return _in_one_line(name or "")[:NAME_LENGTH]


def _in_one_line(text: str) -> str:
    # Most is plain, and there are thousands of them.
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return normalise_name(text)


def is_account(said: str, number: str) -> bool:
    """Whether the account a file names is that of `number`, an IBAN or as the newsroom entered it.

    Some banks add the currency; others write what an IBAN is made of, such as 10020030/1234567.
    """
    compact = re.sub(r"[^0-9A-Z]", "", said.upper())
    bare = re.sub(r"[A-Z]{3}$", "", compact)
    if not compact or number in {compact, bare}:
        return bool(compact)
    parts = [part.lstrip("0") for part in re.split(r"[^0-9]+", said) if part.strip("0")]
    return (
        len("".join(parts)) >= _ENOUGH_DIGITS
        and all(part in number for part in parts)
        and number.endswith(parts[-1])
    )


# Of an account's number, not to be found in another's by chance.
_ENOUGH_DIGITS = 7


def fingerprints(number: str, entries: Iterable[StatementEntry]) -> list[str]:
    """For each of the `entries` of one file what tells it from all others of the account `number`.

    SHA-256, in hexadecimal. Two entries alike in everything differ by being the first and the second of their
    kind, as they will be in every file that holds both.
    """
    seen: Counter[str] = Counter()
    made = []
    for entry in entries:
        said = "|".join(
            (
                number,
                entry.booked_on.isoformat(),
                str(entry.amount),
                entry.currency,
                _letters(entry.bank_reference),
                _letters(entry.text),
                _letters(entry.counterparty),
            )
        )
        seen[said] += 1
        made.append(hashlib.sha256(f"{said}|{seen[said]}".encode()).hexdigest())
    return made


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.upper()))
