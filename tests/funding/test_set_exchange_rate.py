"""set_exchange_rate …"""

from decimal import Decimal

import pytest

from broadsheet.funding import commands
from broadsheet.funding.rates import currencies_counted_in, rate_of
from factories.moments import NOON
from factories.money_desk import may


def test_makes_a_currency_one_that_can_be_given(mona):
    treasurer = may(mona, "configure")
    assert currencies_counted_in("EUR") == {"EUR"}

    commands.set_exchange_rate(
        currency="KWD", into="EUR", rate=Decimal("2.8"), actor=treasurer, at=NOON
    )

    assert currencies_counted_in("EUR") == {"EUR", "KWD"}
    assert rate_of("KWD", "EUR", at=NOON) == Decimal("0.28"), "1,000 fils are 280 cents"


@pytest.mark.parametrize(
    ("currency", "into", "rate"),
    [
        ("EUR", "EUR", "1"),
        ("XYZ", "EUR", "1"),
        ("USD", "eur", "1"),
        ("USD", "EUR", "0"),
        ("USD", "EUR", "-1"),
        ("USD", "EUR", "NaN"),
        ("USD", "EUR", "1e9"),
        ("USD", "EUR", "1e-10"),
    ],
)
def test_refuses_what_is_no_rate(mona, currency, into, rate):
    with pytest.raises(commands.RateUnclear):
        commands.set_exchange_rate(
            currency=currency,
            into=into,
            rate=Decimal(rate),
            actor=may(mona, "configure"),
            at=NOON,
        )
