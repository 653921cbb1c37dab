"""camt.053, the bank-to-customer statement of ISO 20022, in any version of it (2009 to now).

Versions differ in their namespace and in how deep a few names stand, so elements are found by their names alone.
Only booked entries count. An entry that is a batch is taken apart where its parts state amounts that add up to it.
"""

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext_lazy as _

from .amounts import day, minor_units
from .entry import Balance, Statement, StatementEntry, as_name, as_text
from .refusals import NotReadable

BOOKED = "BOOK"
OPENING, CLOSING = {"OPBD", "PRCD"}, "CLBD"
NOTHING_SAID = "NOTPROVIDED"


def read_camt053(content: bytes) -> list[Statement]:
    """The statements in `content`. Raises `NotReadable`, also at a document type: entity bombs."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise NotReadable(_("This file is not well-formed XML, or it is cut off.")) from None
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
    statements = list(root.iter("Stmt"))
    if not statements:
        raise NotReadable(
            _("This is XML, but no statement of an account (camt.053). Is it another kind of file?")
        )
    return [_statement(node) for node in statements]


def _statement(node: Element) -> Statement:
    account = _text(node, "Acct/Id/IBAN") or _text(node, "Acct/Id/Othr/Id")
    entries = tuple(
        entry for child in node.findall("Ntry") if _is_booked(child) for entry in _entries(child)
    )
    balances = {kind: (balance, currency) for kind, balance, currency in _balances(node)}
    opening, closing = (balances.get(kind, (None, ""))[0] for kind in ("opening", "closing"))
    currency = (
        _text(node, "Acct/Ccy")
        or next((currency for _balance, currency in balances.values()), "")
        or (entries[0].currency if entries else "")
    )
    if any(entry.currency != currency for entry in entries):
        raise NotReadable(_("An entry is in another currency than its account."))
    return Statement(
        account="".join(account.split()).upper(),
        currency=currency,
        entries=entries,
        opening=opening,
        closing=closing,
    )


def _balances(node: Element) -> Iterator[tuple[str, Balance, str]]:
    """By its code each balance, signed. Of several of one code the first opens, and the last closes."""
    seen: set[str] = set()
    for balance in node.findall("Bal"):
        code = _text(balance, "Tp/CdOrPrtry/Cd")
        kind = "opening" if code in OPENING else "closing" if code == CLOSING else ""
        if not kind or (kind == "opening" and kind in seen):
            continue
        seen.add(kind)
        amount, currency = _amount(balance)
        yield kind, Balance(amount, _balance_day(balance)), currency


def _balance_day(balance: Element) -> date | None:
    written = _text(balance, "Dt/Dt") or _text(balance, "Dt/DtTm")
    return day(written[:10]) if written else None


def _is_booked(entry: Element) -> bool:
    status = _text(entry, "Sts/Cd") or _text(entry, "Sts")
    return status in {BOOKED, ""}


def _entries(entry: Element) -> Iterator[StatementEntry]:
    amount, currency = _amount(entry)
    booked_on = _day(entry)
    parts = entry.findall("NtryDtls/TxDtls")
    amounts = [_part_amount(part, amount) for part in parts]
    if (
        len(parts) > 1
        and all(each == currency for _amount, each in amounts)
        and sum(each for each, _currency in amounts) == amount
    ):
        for part, (each, _currency) in zip(parts, amounts, strict=True):
            if each:
                yield _entry(entry, [part], each, currency, booked_on)
    elif amount:
        yield _entry(entry, parts, amount, currency, booked_on)


def _entry(
    entry: Element, parts: list[Element], amount: int, currency: str, booked_on: date
) -> StatementEntry:
    reference = (_text(part, "Refs/AcctSvcrRef") for part in parts)
    return StatementEntry(
        booked_on=booked_on,
        amount=amount,
        currency=currency,
        text=as_text(
            *(said for part in parts for said in _said(part)), _text(entry, "AddtlNtryInf")
        ),
        counterparty=as_name(next(filter(None, (_payer(part, amount) for part in parts)), "")),
        bank_reference=next(filter(None, reference), "") or _text(entry, "AcctSvcrRef"),
        is_return=_text(entry, "RvslInd") == "true"
        or any(part.find("RtrInf") is not None for part in parts),
    )


def _said(part: Element) -> Iterator[str]:
    """All that was said with a payment: free text, structured references, the payer's own reference."""
    for remittance in part.findall("RmtInf"):
        for line in remittance.findall("Ustrd"):
            yield line.text or ""
        for structured in remittance.findall("Strd"):
            yield _text(structured, "CdtrRefInf/Ref")
            yield from (line.text or "" for line in structured.findall("AddtlRmtInf"))
    for name in ("Refs/EndToEndId", "AddtlTxInf"):
        said = _text(part, name)
        if said.upper() != NOTHING_SAID:
            yield said


def _payer(part: Element, amount: int) -> str:
    roles = ("UltmtDbtr", "Dbtr") if amount > 0 else ("UltmtCdtr", "Cdtr")
    for role in roles:
        for path in (f"RltdPties/{role}/Nm", f"RltdPties/{role}/Pty/Nm"):
            if name := _text(part, path):
                return name
    return ""


def _part_amount(part: Element, whole: int) -> tuple[int, str]:
    """The amount of a part of a batch, with the sign of the whole; 0 and no currency where it states none."""
    for path in ("Amt", "AmtDtls/TxAmt/Amt"):
        found = part.find(path)
        if found is not None:
            currency = found.get("Ccy", "")
            amount = minor_units(found.text or "", currency)
            direction = _text(part, "CdtDbtInd") or ("CRDT" if whole > 0 else "DBIT")
            return (amount if direction == "CRDT" else -amount), currency
    return 0, ""


def _amount(node: Element) -> tuple[int, str]:
    found = node.find("Amt")
    direction = _text(node, "CdtDbtInd")
    if found is None or direction not in {"CRDT", "DBIT"}:
        raise NotReadable(_("An entry states no amount, or does not say whether it came in."))
    currency = found.get("Ccy", "")
    amount = minor_units(found.text or "", currency)
    return (amount if direction == "CRDT" else -amount), currency


def _day(entry: Element) -> date:
    for path in ("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"):
        if written := _text(entry, path):
            return day(written[:10])
    raise NotReadable(_("An entry does not say when it was booked."))


def _text(node: Element, path: str) -> str:
    return (node.findtext(path) or "").strip()
