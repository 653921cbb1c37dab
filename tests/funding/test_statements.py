"""Statements: the same entries, whatever the bank writes them in; and no line guessed or lost."""

from datetime import date

import pytest

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
from factories.statements import IBAN, LINES, camt053, csv_file, mt940


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


def test_balances_that_say_more_than_the_entries_are_noticed():
    (camt,) = read_camt053(camt053(*LINES, closing=0))
    (swift,) = read_mt940(mt940(*LINES, closing=0))

    assert camt.difference == swift.difference == -10_000 + 118_455


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
