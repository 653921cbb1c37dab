"""sources_page …"""

from datetime import date, timedelta

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.models import Donor
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def viewer(mona):
    return may(mona, "export")


def tables(page):
    return {
        table.heading: [(line.share.label, line.share.percent, line.gifts) for line in table.lines]
        for table in page.currencies[0].tables
    }


def test_says_by_which_ways_pages_and_asks_gifts_came(campaign, viewer):
    dana = Donor.objects.create(name="Dana", made_at=NOON)
    receive(promise_gift(campaign, 500, donor=dana), at=NOON - timedelta(days=40))
    receive(promise_gift(campaign, 3_000, donor=dana, source_path="/ferry/", source_ask="plain"))
    receive(promise_gift(campaign, 1_000, provider="cash"))
    receive(promise_gift(campaign, 9_000, is_test=True, provider="test"))

    found = tables(queries.sources_page(NOVEMBER, viewer=viewer, at=NOON))

    assert found["Way"] == [("Bank transfer", 75.0, 1), ("Cash", 25.0, 1)]
    assert found["Donor"] == [("Gave before", 75.0, 1), ("Gave for the first time", 25.0, 1)]
    assert found["Page"] == [("/ferry/", 75.0, 1), ("Not known", 25.0, 1)]
    assert found["Ask"] == [("plain", 75.0, 1), ("None", 25.0, 1)]
    assert found["Interval"] == [("Once", 100.0, 2)]


def test_adds_up_what_there_are_too_many_of(campaign, viewer):
    for number in range(17):
        receive(promise_gift(campaign, 1_700 - number, source_path=f"/{number}/"))

    pages = tables(queries.sources_page(NOVEMBER, viewer=viewer, at=NOON))["Page"]

    assert len(pages) == 16
    assert pages[-1][0] == "All others"
    assert pages[-1][2] == 2


def test_the_desk_shows_it_with_bars(campaign, viewer):
    receive(promise_gift(campaign, 3_000, source_path="/<b>ferry</b>/"))

    page = at_desk(viewer).get("/desk/money/sources/?month=2026-11").content.decode()

    assert "/&lt;b&gt;ferry&lt;/b&gt;/" in page
    assert '<rect width="100.0"' in page


def test_is_for_those_who_work_with_the_money(mona, db):
    with pytest.raises(NotAllowed):
        queries.sources_page(NOVEMBER, viewer=mona, at=NOON)
