"""Statements as banks write them."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

IBAN = "DE89370400440532013000"
NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001."


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry of a statement; `amount` in cents, negative if it went out."""

    amount: int
    text: str = ""
    name: str = "Dana Donor"
    on: date = date(2025, 3, 4)
    reference: str = ""


def camt053(*lines, version="08", iban=IBAN, currency="EUR", opening=10_000, closing=None):
    """A camt.053 file of `lines`. Versions before 04 have the name of the payer one level higher."""
    total = opening + sum(line.amount for line in lines) if closing is None else closing
    entries = "".join(_camt_entry(line, version, currency) for line in lines)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="{NAMESPACE}{version}"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2025-03-31T06:00:00+02:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>{currency}</Ccy></Acct>
{_camt_balance("OPBD", opening, currency)}{_camt_balance("CLBD", total, currency)}
{entries}</Stmt></BkToCstmrStmt></Document>""".encode()


def _camt_balance(code, amount, currency):
    return f"""<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{_camt_amount(amount, currency)}
<Dt><Dt>2025-03-31</Dt></Dt></Bal>"""


def _camt_amount(amount, currency):
    direction = "CRDT" if amount >= 0 else "DBIT"
    return f'<Amt Ccy="{currency}">{_decimal(amount)}</Amt><CdtDbtInd>{direction}</CdtDbtInd>'


def _camt_entry(line, version, currency):
    name = f"<Nm>{escape(line.name)}</Nm>"
    status = "<Sts>BOOK</Sts>" if version < "04" else "<Sts><Cd>BOOK</Cd></Sts>"
    payer = name if version < "04" else f"<Pty>{name}</Pty>"
    return f"""<Ntry>{_camt_amount(line.amount, currency)}{status}
<BookgDt><Dt>{line.on}</Dt></BookgDt><ValDt><Dt>{line.on}</Dt></ValDt>
<AcctSvcrRef>{line.reference}</AcctSvcrRef><NtryDtls><TxDtls>
<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr>{payer}</Dbtr></RltdPties>
<RmtInf><Ustrd>{escape(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"""


def mt940(*lines, iban=IBAN, currency="EUR", opening=10_000, closing=None):
    """An MT940 file of `lines`, with structured details as banks in Germany write them."""
    total = opening + sum(line.amount for line in lines) if closing is None else closing
    return "\r\n".join(
        (
            ":20:STARTUMS",
            f":25:{iban}",
            ":28C:00001/001",
            f":60F:C250303{currency}{_comma(opening)}",
            *(part for line in lines for part in _mt940_entry(line)),
            f":62F:{'C' if total >= 0 else 'D'}250331{currency}{_comma(total)}",
            "-",
        )
    ).encode("cp1252")


def _mt940_entry(line):
    direction = "C" if line.amount > 0 else "D"
    said = f"SVWZ+{line.text}"
    parts = [said[start : start + 27] for start in range(0, len(said), 27)]
    details = "".join(f"?{20 + place}{part}" for place, part in enumerate(parts))
    written = f"166?00GUTSCHRIFT{details}?30COBADEFFXXX?31{IBAN}?32{line.name[:27]}"
    yield (
        f":61:{line.on:%y%m%d}{line.on:%m%d}{direction}{_comma(line.amount)}NTRFNONREF"
        f"//{line.reference or 'NONREF'}"
    )
    yield ":86:" + "\r\n".join(written[start : start + 65] for start in range(0, len(written), 65))


CSV_HEAD = (
    "Buchungstag;Valuta;Buchungstext;Verwendungszweck;Name Zahlungsbeteiligter;Betrag;Waehrung"
)


def csv_file(*lines, currency="EUR"):
    """A CSV file of `lines`, with lines above and a sum below the table."""
    rows = [
        f'{line.on:%d.%m.%Y};{line.on:%d.%m.%Y};GUTSCHRIFT;"{line.text}";"{line.name}";'
        f"{_grouped(line.amount)};{currency}"
        for line in lines
    ]
    total = _grouped(sum(line.amount for line in lines))
    return "\r\n".join(
        ("Umsätze des Kontos;;;;;;", "", CSV_HEAD, *rows, f";;;;Summe;{total};{currency}", "")
    ).encode("cp1252")


def _decimal(amount):
    return f"{abs(amount) // 100}.{abs(amount) % 100:02}"


def _comma(amount):
    return _decimal(amount).replace(".", ",")


def _grouped(amount):
    return f"{amount / 100:,.2f}".translate(str.maketrans(",.", ".,"))


LINES = (
    Line(
        amount=5000,
        text="Spende BS-ACD-EFK-LMN Grüße an alle, weiter so mit der Zeitung",
        reference="A1",
    ),
    Line(
        amount=-123456,
        text="Miete",
        name="Müller & Söhne <KG>",
        on=date(2025, 3, 5),
        reference="A2",
    ),
    Line(amount=1, text="", name="", on=date(2025, 3, 31), reference="A3"),
)
"""One that came, one that went, and one that says nothing of itself."""
