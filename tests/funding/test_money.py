"""Money: whole minor units, never lost and never made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.money import CurrenciesDiffer, Money

shares = st.lists(st.integers(0, 10**6), min_size=1, max_size=20).filter(any)


@given(st.integers(-(10**12), 10**12), shares)
def test_splits_without_losing_a_cent(minor, shares):
    parts = Money(minor, "EUR").split(shares)

    assert sum(part.minor for part in parts) == minor


@given(st.integers(0, 10**12), shares)
def test_gives_nobody_a_whole_unit_more_than_their_share(minor, shares):
    for part, share in zip(Money(minor, "EUR").split(shares), shares, strict=True):
        assert abs(part.minor * sum(shares) - minor * share) < sum(shares)


@pytest.mark.parametrize("shares", [[], [0, 0], [1, -1, 1]])
def test_refuses_shares_that_divide_nothing(shares):
    with pytest.raises(ValueError, match="Shares"):
        Money(100, "EUR").split(shares)


def test_two_currencies_are_not_added():
    with pytest.raises(CurrenciesDiffer):
        Money(1, "EUR") + Money(1, "USD")
