"""meter_shown …"""

from datetime import UTC, date, datetime

import pytest

from broadsheet.funding import queries
from broadsheet.funding.models import Milestone
from factories.funding import open_campaign, promise_gift, receive

pytestmark = pytest.mark.django_db
IN_MARCH = datetime(2025, 3, 12, 9, tzinfo=UTC)


@pytest.fixture
def campaign():
    return open_campaign(
        is_default=True, currency="USD", goal=500_000, starts_on=date(2025, 1, 1), slug="paper"
    )


def drawn(**fields):
    shown = queries.meter_shown(**{"at": IN_MARCH, **fields})
    return [(mark.left, mark.anchor, mark.label.replace("\xa0", " ")) for mark in shown.marks]


def test_draws_what_the_ledger_says(campaign, django_assert_max_num_queries):
    receive(promise_gift(campaign, 30_000), at=IN_MARCH)

    with django_assert_max_num_queries(5):
        shown = queries.meter_shown(at=IN_MARCH)

    assert (shown.left, shown.width) == (0, 6)
    assert shown.meter.period == "March 2025"
    assert shown.meter.text.replace("\xa0", " ") == "300 $ of 5,000 $ raised"
    assert drawn() == [
        (0, "start", "0 $"),
        (50, "middle", "2,500 $"),
        (100, "end", "5,000 $"),
    ]


def test_is_filled_from_the_right_where_words_run_so(campaign):
    receive(promise_gift(campaign, 30_000), at=IN_MARCH)

    shown = queries.meter_shown(at=IN_MARCH, is_right_to_left=True)

    assert (shown.left, shown.width) == (94, 6)
    assert drawn(is_right_to_left=True) == [
        (100, "start", "0 $"),
        (50, "middle", "2,500 $"),
        (0, "end", "5,000 $"),
    ]


def test_marks_are_not_written_over_each_other(campaign):
    for at in (10_000, 150_000, 160_000, 490_000):
        Milestone.objects.create(campaign=campaign, at=at)

    assert [label for _, _, label in drawn()] == ["0 $", "1,500 $", "5,000 $"]


def test_shows_the_campaign_that_is_named_and_else_the_one_shown(campaign):
    open_campaign(slug="boat", title="A boat")

    assert queries.meter_shown(at=IN_MARCH).meter.slug == "paper"
    assert queries.meter_shown(slug="boat", at=IN_MARCH).meter.title == "A boat"
    assert queries.meter_shown(slug="nothing", at=IN_MARCH) is None

    campaign.closed_at = IN_MARCH
    campaign.save()
    assert queries.meter_shown(at=IN_MARCH) is None
    assert queries.meter_shown(slug="paper", at=IN_MARCH).meter.is_over
