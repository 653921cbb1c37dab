"""MT940, the customer statement message of SWIFT, by the library mt-940, and what it does not look after."""

import io
import re
from typing import Any

import mt940
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.decoding import decoded

from .amounts import minor_units
from .entry import Balance, Statement, StatementEntry, as_name, as_text
from .refusals import NotReadable

SAID = ("purpose", "additional_purpose", "customer_reference", "end_to_end_reference")
SAID_FREELY = ("transaction_details", "extra_details")
NOTHING_SAID = {"NONREF", "NOTPROVIDED", "NOREF"}
# As banks in the Netherlands and Belgium write the details: /NAME/J. Jansen/REMI/…
NAMED = re.compile(r"/NAME/([^/]*)")
ENTRY = re.compile(r"^:61:", re.MULTILINE)


def read_mt940(content: bytes) -> list[Statement]:
    """The statements in `content`. Raises `NotReadable`, also where the library would lose a line in silence."""
    try:
        text = decoded(content)
        # Given a string, the library would open a file of that name.
        messages = mt940.parse_statements(io.StringIO(text), options=mt940.Options.all())
    except (RuntimeError, ValueError, ArithmeticError, TypeError, LookupError):
        raise NotReadable(_("This is not an MT940 file, or a line of it is broken.")) from None
    if sum(len(message) for message in messages) != len(ENTRY.findall(text)) or not messages:
        raise NotReadable(_("Not every line of this MT940 file can be read."))
    return [_statement(message) for message in messages]


def _statement(message: Any) -> Statement:
    currency = message.currency or ""
    entries = tuple(_entry(each.data, currency) for each in message if each.data["amount"].amount)
    opening, closing = (
        _balance(message.data, kind, currency) for kind in ("opening_balance", "closing_balance")
    )
    said = str(message.data.get("account_identification") or "").strip()
    if any(entry.currency != currency for entry in entries):
        raise NotReadable(_("An entry is in another currency than its account."))
    return Statement(
        account=said,
        currency=currency,
        entries=entries,
        opening=opening,
        closing=closing,
    )


def _balance(said: dict[str, Any], kind: str, currency: str) -> Balance | None:
    balance = said.get(f"final_{kind}") or said.get(f"intermediate_{kind}")
    if balance is None or not hasattr(balance.amount, "amount"):
        return None
    return Balance(minor_units(f"{balance.amount.amount:f}", currency), balance.date)


def _entry(said: dict[str, Any], currency: str) -> StatementEntry:
    status = str(said.get("status") or "").upper()
    freely = " ".join(str(said[key]).replace("\n", " ") for key in SAID_FREELY if said.get(key))
    named = NAMED.search(freely)
    return StatementEntry(
        booked_on=said.get("entry_date") or said["date"],
        amount=minor_units(f"{said['amount'].amount:f}", currency),
        currency=said["amount"].currency or currency,
        text=as_text(*(_unless_nothing(said.get(key)) for key in SAID), freely),
        counterparty=as_name(said.get("applicant_name") or (named[1] if named else "")),
        bank_reference=str(said.get("bank_reference") or "").strip(),
        is_return=status.startswith("R"),
    )


def _unless_nothing(said: str | None) -> str:
    said = (said or "").strip()
    return "" if said.upper() in NOTHING_SAID else said
