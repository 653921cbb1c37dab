"""What covers the fee: no cent too little, and none too much."""

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.cover import cover_for


def fee(permille, fixed):
    return lambda gross: (gross * permille + 500) // 1000 + fixed


def test_covers_the_fee_of_the_cover_too():
    assert cover_for(25_000, fee_of=fee(29, 30)) == 778


@given(st.integers(1, 10**10), st.integers(0, 200), st.integers(0, 500))
def test_the_gift_arrives_whole_and_no_cent_less_would_do(amount, permille, fixed):
    fee_of = fee(permille, fixed)

    gross = amount + cover_for(amount, fee_of=fee_of)

    assert gross - fee_of(gross) >= amount
    assert gross == amount or gross - 1 - fee_of(gross - 1) < amount


def test_says_nothing_where_nobody_knows_the_fee_or_no_cover_would_do():
    assert cover_for(2_500, fee_of=lambda _gross: None) is None
    assert cover_for(2_500, fee_of=lambda gross: gross) is None
