"""Money as people write it."""

import pytest

from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text


@pytest.mark.parametrize(
    ("minor", "currency", "language", "text"),
    [
        (250_000, "USD", "en-gb", "2,500 $"),
        (250_000, "USD", "en", "2,500 $"),
        (1_250, "EUR", "en-gb", "12.50 €"),
        (250_001, "EUR", "de", "2.500,01 €"),
        (-30_000, "EUR", "en", "-300 €"),
        (2_500, "JPY", "en", "2,500 ¥"),
        (2_500, "KWD", "en", "2.500 KWD"),
        (2_000, "KWD", "en", "2 KWD"),
        (1_250, "RSD", "en", "12.50 RSD"),
        (100, "AUD", "en-au", "1 $"),
        (100, "USD", "en-au", "1 USD"),
        (0, "USD", "en", "0 $"),
        (100, "EUR", "zh-hans", "1 €"),
        (100, "EUR", "tlh", "1 €"),
    ],
)
def test_is_written_as_readers_write_it(minor, currency, language, text):
    assert money_text(Money(minor, currency), language) == text.replace(" ", "\N{NO-BREAK SPACE}")
