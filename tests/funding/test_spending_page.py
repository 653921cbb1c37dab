"""spending_page …"""

from datetime import date

from broadsheet.funding import commands, queries
from broadsheet.funding.money import Money
from factories.moments import NOON
from factories.money_desk import may


def test_lists_the_latest_month_first_and_offers_what_was_said_before(
    mona, django_assert_num_queries
):
    recorder = may(mona, "record_spending")
    for month, category in ((2, "Travel"), (3, "Wages"), (3, "Printing")):
        commands.record_spending(
            month=date(2026, month, 9),
            category=category,
            spent=Money(100 * month, "EUR"),
            recorder=recorder,
            at=NOON,
        )
    recorder = may(mona, "record_spending")
    recorder.has_perm("broadsheet_funding.refund")  # reads what they may once

    with django_assert_num_queries(1):
        page = queries.spending_page(viewer=recorder)

    assert [(line.month.month, line.category, line.spent.minor) for line in page.lines] == [
        (3, "Printing", 300),
        (3, "Wages", 300),
        (2, "Travel", 200),
    ]
    assert page.categories == ("Printing", "Travel", "Wages")
