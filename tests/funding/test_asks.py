"""Each wording in its turn, and what may be concluded from what came of it."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.asks import (
    TURN,
    Place,
    code_of,
    difference_between,
    mean_between,
    read_code,
    share_between,
    turn,
)

MIDNIGHT = datetime(2025, 3, 1, tzinfo=UTC)


def shown(page, *, hours, wordings=(7, 8, 9)):
    return [
        turn(wordings, ask=1, page=page, at=MIDNIGHT + n * TURN + timedelta(minutes=7))[0]
        for n in range(hours)
    ]


@given(
    st.lists(st.integers(1, 10_000), min_size=1, max_size=4, unique=True),
    st.text(max_size=20),
    st.integers(0, 10**6),
)
def test_every_wording_has_one_turn_in_each_round(wordings, page, round_):
    start = datetime.fromtimestamp(round_ * len(wordings) * 3600, UTC)
    round_of = [
        turn(wordings, ask=1, page=page, at=start + n * TURN)[0] for n in range(len(wordings))
    ]

    assert sorted(round_of) == sorted(wordings)


def test_turns_end_on_the_hour_and_last_to_its_end():
    first, ends_at = turn((7, 8), ask=1, page="article:1", at=MIDNIGHT)

    assert ends_at == MIDNIGHT + TURN
    just_before = ends_at - timedelta(microseconds=1)
    assert turn((8, 7), ask=1, page="article:1", at=just_before) == (first, ends_at)


def test_no_wording_has_the_evenings_nor_an_article_to_itself():
    pages = [f"article:{n}" for n in range(60)]
    by_hour = Counter(
        (n % 24, wording) for page in pages for n, wording in enumerate(shown(page, hours=24))
    )
    first_hour = [count for (hour, _), count in by_hour.items() if hour == 20]

    assert len(first_hour) == 3
    assert min(first_hour) >= 10  # of 60, 20 expected
    assert len({tuple(shown(page, hours=6)) for page in pages}) > 20


def test_a_gift_says_from_which_ask_it_came():
    assert read_code(code_of(12, Place.BELOW)) == (12, Place.BELOW)
    for code in ("", "12", "0-below", "12-beside", "12-below ", "١-above", "9" * 19 + "-above"):
        assert read_code(code) is None


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    [  # Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_a_share_lies_where_the_books_say(hits, tries, low, high):
    found = share_between(hits, tries)

    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [  # Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_a_difference_lies_where_the_books_say(first, second, low, high):
    found = difference_between(share_between(*first), share_between(*second))

    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


def test_more_gifts_than_views_that_were_counted_is_no_error():
    assert share_between(3, 1).seen == 1.0


def test_what_a_view_brings_is_surer_the_more_days_there_are():
    few = mean_between([(100, 500), (100, 0), (100, 1_000)])
    many = mean_between([(100, 500), (100, 0), (100, 1_000)] * 30)

    assert few.seen == many.seen == 5.0
    assert few.low <= many.low < 5.0 < many.high <= few.high
    assert few == mean_between([(100, 500), (100, 0), (100, 1_000)])


def test_days_without_views_are_drawn_without_harm():
    assert mean_between([(0, 0), (10, 50), (0, 0), (0, 0)]).seen == 5.0
    assert mean_between([(10, 50)]) == (5.0, 5.0, 5.0)
