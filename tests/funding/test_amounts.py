"""Amounts as people type them."""

from contextlib import suppress
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.amounts import (
    AmountTooFine,
    AmountTooLarge,
    AmountUnreadable,
    exact_amount,
    read_amount,
)
from broadsheet.funding.currencies import exponent, units

LANGUAGES = ["en-gb", "de", "de-ch", "fr", "sv", "pl", "pt-br", "en-in", "ar-eg", "fa", "ja"]


@pytest.mark.parametrize(
    ("text", "language", "minor"),
    [
        ("25", "en-gb", 2_500),
        (" 25.50 ", "en-gb", 2_550),
        ("25,50", "en-gb", 2_550),
        ("25,5", "de", 2_550),
        ("1,000", "en-gb", 100_000),
        ("1.000", "de", 100_000),
        ("1.000,50", "en-gb", 100_050),
        ("1,000.50", "de", 100_050),
        ("1 000,50", "fr", 100_050),
        ("1\u202f000,50\u00a0€", "fr", 100_050),
        ("1’000.–", "de-ch", 100_000),
        ("25,-", "de", 2_500),
        ("€25", "en-gb", 2_500),
        ("25 EUR", "de", 2_500),
        ("1,00,000.00", "en-in", 10_000_000),
        ("١٬٠٠٠٫٥٠", "ar-eg", 100_050),
        ("２５", "ja", 2_500),
        ("0025", "en-gb", 2_500),
        ("25.000", "en-gb", 2_500),
        ("0.500", "en-gb", 50),
    ],
)
def test_reads_what_is_meant(text, language, minor):
    assert read_amount(text, currency="EUR", language=language).minor == minor


@pytest.mark.parametrize(
    ("text", "language", "currency", "is_certain"),
    [
        ("1.000", "de", "EUR", True),
        ("1,000", "en-gb", "EUR", True),
        ("1.000", "en-gb", "EUR", False),
        ("1,000", "de", "EUR", False),
        ("1.000", "fr", "EUR", False),
        ("1.000", "en-gb", "KWD", True),
        ("1,000", "en-gb", "KWD", False),
        ("1.000", "en-gb", "JPY", True),
        ("1,000.00", "de", "EUR", True),
        ("10.00", "de", "EUR", True),
    ],
)
def test_says_what_may_be_meant_otherwise(text, language, currency, is_certain):
    assert read_amount(text, currency=currency, language=language).is_certain is is_certain


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "-", "½", "ten", "-5", "+5", "1e3", "5%", "1.2.3", "1,00.00", "10 00", "5 6"],
        *["1..5", "25 USD", "5\x00", "1'00", "5€5", "9" * 50, "1,0000,00"],
    ],
)
def test_refuses_what_is_no_amount(text):
    with pytest.raises(AmountUnreadable):
        read_amount(text, currency="EUR", language="en-gb")


def test_refuses_parts_of_a_cent_and_more_than_there_is():
    with pytest.raises(AmountTooFine):
        read_amount("5.555", currency="EUR", language="en-gb")
    with pytest.raises(AmountTooFine):
        read_amount("5.5", currency="JPY", language="en-gb")
    with pytest.raises(AmountTooLarge):
        read_amount("10,000,000,000.01", currency="EUR", language="en-gb")


@given(st.integers(1, 10**12), st.sampled_from(LANGUAGES), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_reads_what_it_would_be_shown_as(minor, language, currency):
    pattern = "#,##0." + "0" * exponent(currency) if exponent(currency) else "#,##0"
    shown = format_decimal(
        Decimal(minor) / units(currency), format=pattern, locale=language.replace("-", "_")
    )

    assert read_amount(shown, currency=currency, language=language).minor == minor


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_reads_or_refuses_anything(text, language):
    with suppress(AmountUnreadable):
        assert read_amount(text, currency="EUR", language=language).minor >= 0


@pytest.mark.parametrize(
    ("written", "mark", "minor"),
    [
        ("12.5", ".", 1_250),
        ("12,", ",", 1_200),
        ("1.234,50-", ",", -123_450),
        ("+1 234.50", ".", 123_450),
        ("−1’234’567.00", ".", -123_456_700),
        ("12,34,567.89", ".", 123_456_789),
    ],
)
def test_reads_exactly_what_programs_write(written, mark, minor):
    assert exact_amount(written, currency="EUR", decimal_mark=mark) == minor


@pytest.mark.parametrize(
    "written",
    ["12,50", "1,2,3", "-5-", "5.-", "1,234'567", "1.234.567", "5 DR", "", ".5", "5..", "٥"],
)
def test_what_a_program_cannot_have_meant_is_no_amount(written):
    with pytest.raises(AmountUnreadable):
        exact_amount(written, currency="EUR", decimal_mark=".")


@pytest.mark.parametrize(
    ("written", "trouble"), [("1.005", AmountTooFine), ("9" * 15, AmountTooLarge)]
)
def test_what_is_too_fine_or_too_large_is_said_to_be(written, trouble):
    with pytest.raises(trouble):
        exact_amount(written, currency="EUR", decimal_mark=".")
