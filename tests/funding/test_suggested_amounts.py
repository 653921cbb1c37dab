"""suggested_amounts …"""

from broadsheet.funding import queries
from broadsheet.funding.models import Interval, SuggestedAmounts


def test_are_the_newsrooms_else_what_is_usual(db, django_assert_num_queries):
    SuggestedAmounts.objects.create(
        currency="USD", interval=Interval.MONTH, amounts=[300, 700], least=300
    )

    with django_assert_num_queries(1):
        suggested = queries.suggested_amounts("USD")

    assert suggested[Interval.MONTH] == queries.Suggestion(amounts=(300, 700), least=300)
    assert suggested[Interval.ONCE].amounts == (1_000, 2_500, 5_000, 10_000)
    assert suggested[Interval.YEAR].least == 500


def test_are_of_the_same_worth_where_units_are_small(db):
    assert queries.suggested_amounts("JPY")[Interval.ONCE].amounts == (1_000, 2_500, 5_000, 10_000)
    assert queries.suggested_amounts("KWD")[Interval.MONTH].least == 5_000
