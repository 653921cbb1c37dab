"""ask_results …"""

from datetime import timedelta

import pytest

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.money import Money
from factories.asks import give_after, open_ask, see
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ask():
    return open_ask(open_campaign(currency="EUR"), "One.", "Two.")


def results_of(ask):
    return queries.ask_results(ask, viewer=User(is_superuser=True, is_active=True))


def a_day(wording, *, views, gifts, amount, day=0):
    at = NOON + day * DAY
    see(wording, views, at=at)
    for _ in range(gifts):
        give_after(wording, amount, at=at)


def test_counts_gifts_and_money_for_each_thousand_views(ask, django_assert_num_queries):
    first, second = ask.variants.order_by("letter")
    for day in range(7):
        a_day(first, views=1_000, gifts=4, amount=1_000, day=day)
    see(second, 500)

    with django_assert_num_queries(3):
        results = results_of(ask)

    one, two = results.wordings
    assert (one.views, one.gifts, one.raised) == (7_000, 28, Money(28_000, "EUR"))
    assert one.gifts_per_thousand.seen == pytest.approx(4)
    assert one.gifts_per_thousand.low < 4 < one.gifts_per_thousand.high
    assert one.money_per_thousand == (Money(4_000, "EUR"),) * 3  # each day was the same
    assert (two.views, two.gifts) == (500, 0)


def test_says_nothing_sure_of_money_before_seven_days(ask):
    first = ask.variants.get(letter="A")
    for day in range(6):
        a_day(first, views=1_000, gifts=4, amount=1_000, day=day)
    assert results_of(ask).wordings[0].money_per_thousand is None

    a_day(first, views=1_000, gifts=1, amount=1_000, day=6)
    seen, low, high = results_of(ask).wordings[0].money_per_thousand
    assert low < seen < high


def test_a_page_with_two_asks_is_one_page(ask):
    first = ask.variants.get(letter="A")
    see(first, 100, place="ABOVE")
    see(first, 60, place="BELOW")

    assert results_of(ask).wordings[0].views == 100


def test_what_went_back_is_taken_off_and_tests_and_promises_count_nothing(ask):
    from broadsheet.funding.facts import RefundSnapshot, RefundState

    first = ask.variants.get(letter="A")
    see(first, 100)
    kept, returned = give_after(first, 1_000), give_after(first, 2_000)
    for gift, back in ((kept, 400), (returned, 2_000)):
        refund = RefundSnapshot(
            id=f"re_{gift.pk}", amount=back, state=RefundState.SUCCEEDED, at=NOON
        )
        receive(gift, refunds=(refund,))
    give_after(first, 5_000, is_test=True)
    promise_gift(ask.campaign, 9_000, source_ask=f"{first.pk}-above")

    result = results_of(ask).wordings[0]
    assert (result.gifts, result.raised) == (1, Money(600, "EUR"))


def test_says_that_there_is_not_enough_yet(ask):
    first, second = ask.variants.order_by("letter")
    a_day(first, views=1_000, gifts=10, amount=500)
    a_day(second, views=1_000, gifts=9, amount=500)

    results = results_of(ask)

    assert [one.is_enough for one in results.wordings] == [True, False]
    assert not results.is_enough
    assert results.better == ""


def test_many_gifts_on_few_pages_are_not_enough(ask):
    a_day(ask.variants.get(letter="A"), views=999, gifts=12, amount=500)

    assert not results_of(ask).wordings[0].is_enough


def test_calls_one_better_only_when_that_is_sure(ask):
    first, second = ask.variants.order_by("letter")
    a_day(first, views=2_000, gifts=12, amount=500)
    a_day(second, views=2_000, gifts=10, amount=500)
    assert results_of(ask).is_enough
    assert results_of(ask).better == ""

    a_day(first, views=2_000, gifts=30, amount=500, day=1)
    a_day(second, views=4_000, gifts=2, amount=500, day=1)
    assert results_of(ask).better == "A"


def test_nothing_seen_is_nothing_to_conclude_from(ask):
    result = results_of(ask).wordings[0]

    assert (result.views, result.gifts_per_thousand, result.money_per_thousand) == (0, None, None)


def test_is_for_those_who_have_to_do_with_the_money(ask, mona):
    with pytest.raises(NotAllowed):
        queries.ask_results(ask, viewer=mona)
