"""Statements as tables: read once it is known which column holds what, and no row is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.statements import (
    Columns,
    NotReadable,
    guess_columns,
    read_rows,
    read_table,
)
from factories.statements import CSV_HEAD


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
