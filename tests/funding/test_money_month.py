"""money_month …"""

from datetime import UTC, date, datetime, timedelta

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.money import Money
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may

NOVEMBER = date(2026, 11, 1)


def test_draws_a_column_for_each_day_of_the_newspapers_zone(campaign, mona, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    receive(promise_gift(campaign, 1_000), at=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))
    receive(promise_gift(campaign, 2_000, cover=50), at=NOON, fee=20)
    receive(promise_gift(campaign, 4_000), at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC))

    page = queries.money_month(NOVEMBER, viewer=may(mona, "export"), at=NOON)

    (chart,) = page.charts
    assert len(chart.columns) == 30
    values = {one.amount.label: one.amount.value for one in chart.columns if one.amount.value}
    assert values == {"1": 1_000, "22": 2_050}
    (one,) = page.account.currencies
    assert one.flow.net == Money(3_030, "EUR")
    assert (page.before, page.after) == (date(2026, 10, 1), None)


def test_shows_the_month_before_beside_it(campaign, mona):
    receive(promise_gift(campaign, 1_000), at=NOON - timedelta(days=30))
    receive(promise_gift(campaign, 2_000))
    desk = at_desk(may(mona, "export"))

    page = desk.get("/desk/money/month/?month=2026-11").content.decode()

    assert "20\N{NO-BREAK SPACE}€" in page
    assert "10\N{NO-BREAK SPACE}€" in page
    assert "<svg" in page
    assert "The same as a table" in page


@pytest.mark.parametrize("month", ["2026-13", "2999-01", "x", "0001-01", "2026-11-01"])
def test_knows_no_other_months(mona, month):
    assert at_desk(may(mona, "export")).get(f"/desk/money/month/?month={month}").status_code == 404


def test_is_for_those_who_work_with_the_money(mona, db):
    with pytest.raises(NotAllowed):
        queries.money_month(NOVEMBER, viewer=mona, at=NOON)
