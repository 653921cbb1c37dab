"""Statements: the same entries, whatever the bank writes them in; and no line guessed or lost."""

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.funding.references import read_reference
from broadsheet.funding.statements import (
    Columns,
    Format,
    NotReadable,
    StatementEntry,
    fingerprints,
    format_of,
    guess_columns,
    is_account,
    read_camt053,
    read_mt940,
    read_rows,
    read_table,
)
from factories.statements import CSV_HEAD, IBAN, Line, camt053, csv_file, mt940

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


def said(statement):
    return [(entry.booked_on, entry.amount, entry.counterparty) for entry in statement.entries]


EXPECTED = [
    (date(2025, 3, 4), 5000, "Dana Donor"),
    (date(2025, 3, 5), -123456, "Müller & Söhne <KG>"),
    (date(2025, 3, 31), 1, ""),
]


def from_csv(content):
    table = read_table(content)
    return read_rows(table, guess_columns(table), currency="EUR")


@pytest.mark.parametrize("version", ["02", "08", "13"])
def test_camt053_of_any_version_is_read(version):
    (statement,) = read_camt053(camt053(*LINES, version=version))

    # A payer is a name only where money came in.
    assert [entry[:2] for entry in said(statement)] == [entry[:2] for entry in EXPECTED]
    assert statement.entries[0].counterparty == "Dana Donor"
    assert statement.entries[0].text == LINES[0].text
    assert statement.entries[0].bank_reference == "A1"
    assert (statement.account, statement.currency, statement.difference) == (IBAN, "EUR", 0)


def test_mt940_is_read():
    (statement,) = read_mt940(mt940(*LINES))

    assert said(statement) == EXPECTED
    assert statement.entries[0].text == LINES[0].text
    assert is_account(statement.account, IBAN)
    assert (statement.currency, statement.difference) == ("EUR", 0)


def test_csv_is_read_once_it_is_known_which_column_holds_what():
    statement = from_csv(csv_file(*LINES))

    assert said(statement) == EXPECTED
    assert LINES[0].text in statement.entries[0].text


def test_what_the_columns_are_survives_being_kept():
    columns = guess_columns(read_table(csv_file(*LINES)))

    assert Columns.from_plain(columns.as_plain()) == columns


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (camt053(*LINES), Format.CAMT053),
        (b"\xef\xbb\xbf" + camt053(*LINES), Format.CAMT053),
        (mt940(*LINES), Format.MT940),
        (csv_file(*LINES), Format.CSV),
    ],
)
def test_knows_a_format_by_its_beginning(content, expected):
    assert format_of(content) == expected


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF-1.7", b" " * (17 * 1024 * 1024)])
def test_says_at_once_what_it_cannot_read(content):
    with pytest.raises(NotReadable):
        format_of(content)


# Amounts and days


@pytest.mark.parametrize("amount", ["12.345", "1e5", "NaN", "", "١٢", "0x10", "9" * 14, "-1-"])
def test_camt053_with_an_amount_that_is_none_is_refused(amount):
    content = camt053(Line(amount=100)).replace(b">1.00<", f">{amount}<".encode())

    with pytest.raises(NotReadable):
        read_camt053(content)


def test_decimals_beyond_the_cent_must_be_nothing():
    (statement,) = read_camt053(camt053(Line(amount=100)).replace(b">1.00<", b">1.00000<"))

    assert statement.entries[0].amount == 100


def test_a_currency_without_decimals_has_none():
    content = camt053(Line(amount=50_000), currency="JPY").replace(b".00<", b"<")

    (statement,) = read_camt053(content)

    assert statement.entries[0].amount == 500


def test_balances_that_say_more_than_the_entries_are_noticed():
    (camt,) = read_camt053(camt053(*LINES, closing=0))
    (swift,) = read_mt940(mt940(*LINES, closing=0))

    assert camt.difference == swift.difference == -10_000 + 118_455


# camt.053


def batch(*amounts):
    parts = "".join(
        f'<TxDtls><Amt Ccy="EUR">{amount}</Amt><RmtInf><Strd><CdtrRefInf><Ref>RF{place}</Ref>'
        "</CdtrRefInf></Strd></RmtInf></TxDtls>"
        for place, amount in enumerate(amounts)
    )
    whole = camt053(Line(amount=1000, text="batch")).decode()
    before, after = whole.split("<NtryDtls>")[0], whole.split("</NtryDtls>")[1]
    return f"{before}<NtryDtls>{parts}</NtryDtls>{after}".encode()


def test_a_batch_is_taken_apart_where_its_parts_add_up():
    (statement,) = read_camt053(batch("4.00", "6.00"))

    assert [(entry.amount, entry.text) for entry in statement.entries] == [
        (400, "RF0"),
        (600, "RF1"),
    ]


def test_a_batch_stays_whole_where_its_parts_do_not_add_up():
    (statement,) = read_camt053(batch("4.00", "5.00"))

    assert [(entry.amount, entry.text) for entry in statement.entries] == [(1000, "RF0 RF1")]


def test_what_is_only_announced_does_not_count():
    content = camt053(Line(amount=100)).replace(b"BOOK", b"PDNG")

    assert read_camt053(content)[0].entries == ()


def test_money_that_came_back_is_known_as_such():
    content = camt053(Line(amount=100)).replace(b"</Sts>", b"</Sts><RvslInd>true</RvslInd>")

    assert read_camt053(content)[0].entries[0].is_return


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        camt053(*LINES)[:-40],
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + camt053(*LINES).partition(b"?>")[2],
        camt053(*LINES).replace(b"<CdtDbtInd>CRDT</CdtDbtInd>", b""),
        camt053(*LINES).replace(b"2025-03-04", b"2025-02-30"),
        camt053(*LINES).replace(b'Ntry><Amt Ccy="EUR"', b'Ntry><Amt Ccy="USD"'),
        camt053(*LINES).replace(b"UTF-8", b"no-such-encoding"),
    ],
)
def test_camt053_that_is_broken_is_refused_whole(content):
    with pytest.raises(NotReadable):
        read_camt053(content)


# MT940


def test_mt940_without_structure_is_read():
    content = (
        b":20:X\r\n:25:10020030/1234567\r\n:28C:1\r\n:60F:C250303EUR0,00\r\n"
        b":61:2503040304C12,50NTRFEREF//99\r\n"
        b":86:/TRTP/SEPA/NAME/J. Jansen/REMI/gift BS-ACD-EFK\r\n-LMN/EREF/NOTPROVIDED\r\n"
        b":61:2503040304RC12,50NTRFEREF//98\r\n:86:returned\r\n:62F:C250304EUR0,00\r\n"
    )
    (statement,) = read_mt940(content)
    came, went = statement.entries

    assert (came.amount, came.counterparty, came.is_return) == (1250, "J. Jansen", False)
    assert "BS-ACD-EFK -LMN" in came.text
    assert (went.amount, went.is_return, statement.difference) == (-1250, True, 0)
    assert is_account(statement.account, "DE71100200300001234567")
    assert not is_account(statement.account, IBAN)


def test_an_mt940_line_that_the_library_would_lose_is_noticed():
    content = mt940(*LINES).replace(b"NTRFNONREF//A1", b"")

    with pytest.raises(NotReadable):
        read_mt940(content)


def test_mt940_that_is_the_name_of_a_file_is_no_file(tmp_path):
    path = tmp_path / "statement"
    path.write_bytes(mt940(*LINES))

    with pytest.raises(NotReadable):
        read_mt940(str(path).encode())


@given(st.binary(max_size=300), st.integers(0, 600))
@settings(max_examples=60)
def test_mt940_that_is_broken_is_refused_or_read(noise, place):
    content = mt940(*LINES)

    with contextlib.suppress(NotReadable):
        read_mt940(content[:place] + noise + content[place + len(noise) :])


# CSV


def test_csv_may_have_a_column_for_each_direction():
    table = read_table(
        b"Date,Details,Money out,Money in\n2025-03-04,gift,,5.00\n2025-03-04,rent,7.00,\n"
    )
    columns = Columns(
        date=0, date_form="%Y-%m-%d", amount=3, decimal_mark=".", texts=(1,), outgoing=2
    )

    assert [entry.amount for entry in read_rows(table, columns, currency="EUR").entries] == [
        500,
        -700,
    ]


def test_csv_may_have_a_word_for_the_direction():
    table = read_table(
        "Datum;Naam;Af Bij;Bedrag\n20250304;J. Jansen;Bij;€ 1.005,00\n20250304;X;Af;7,5\n".encode()
    )
    columns = Columns(
        date=0,
        date_form="%Y%m%d",
        amount=3,
        decimal_mark=",",
        texts=(1,),
        direction=2,
        outgoing_word="af",
        counterparty=1,
    )

    assert [entry.amount for entry in read_rows(table, columns, currency="EUR").entries] == [
        100_500,
        -750,
    ]


@pytest.mark.parametrize(
    "row",
    [
        "31.02.2025;;;gift;Dana;5,00;EUR",
        "04.03.2025;;;gift;Dana;five;EUR",
        "04.03.2025;;;gift;Dana;5,00;USD",
        "04.03.2025;;;gift;Dana;;EUR",
        "04.03.2025;;;gift;Dana",
    ],
)
def test_csv_says_which_row_is_wrong(row):
    good = "03.03.2025;;;gift;Dana;5,00;EUR"
    table = read_table(f"{CSV_HEAD}\n{good}\n{row}\n{good}\n".encode())
    columns = guess_columns(read_table(f"{CSV_HEAD}\n{good}\n".encode()))

    with pytest.raises(NotReadable) as refusal:
        read_rows(table, columns, currency="EUR")

    assert refusal.value.sentence.startswith("Row 2:")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused(content):
    try:
        table = read_table(content)
        columns = guess_columns(table)
        if columns:
            read_rows(table, columns, currency="EUR")
    except NotReadable:
        pass


# What tells one entry from another


def test_two_entries_alike_are_two_and_stay_the_same_two():
    once = StatementEntry(booked_on=date(2025, 3, 4), amount=500, currency="EUR", text="gift")
    first = fingerprints(IBAN, [once, once])
    again = fingerprints(IBAN, [once, once, once])

    assert len(set(again)) == 3
    assert again[:2] == first


def test_fingerprints_differ_by_account_and_by_what_is_said():
    (statement,) = read_camt053(camt053(*LINES, *LINES[:1]))

    made = fingerprints(IBAN, statement.entries) + fingerprints("AT61", statement.entries)

    assert len(set(made)) == 8


def test_reads_the_references_of_all_formats():
    assert read_reference(read_mt940(mt940(*LINES))[0].entries[0].text) == read_reference(
        LINES[0].text
    )


def test_looks_for_references_wherever_they_stand():
    rows = "2026-11-22;25.00;Wren;Gift BS-ZNM-C3F-AX4"
    columns = guess_columns(read_table(f"Date;Amount;Name;Anything\n{rows}\n{rows}\n".encode()))

    assert columns.texts == (3,)
