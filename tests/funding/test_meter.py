"""The meter: what the ledger holds, at any moment."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from broadsheet.core import events
from broadsheet.funding import commands, queries
from broadsheet.funding.events import MeterChanged
from broadsheet.funding.facts import RefundSnapshot, RefundState
from broadsheet.funding.models import Donor, ExchangeRate, Milestone, Pledge
from broadsheet.funding.queries import Mark
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def raised(campaign, at=NOON):
    return queries.meter(campaign, at).raised


def donor(name):
    return Donor.objects.create(email=f"{name}@example.org", made_at=NOON)


def pledge(campaign, amount, *, interval="MONTH", state="ACTIVE", **fields):
    number = Pledge.objects.count()
    return Pledge.objects.create(
        **{
            "reference": f"P{number}",
            "campaign": campaign,
            "amount": amount,
            "currency": "EUR",
            "interval": interval,
            "provider": "stripe",
            "state": state,
            "begun_at": NOON,
            **fields,
        }
    )


def test_says_of_a_month_what_the_reference_page_says(django_assert_num_queries):
    campaign = open_campaign(currency="USD", starts_on=date(2025, 3, 1))
    receive(promise_gift(campaign, 30_000), at=datetime(2025, 3, 9, tzinfo=UTC))

    with django_assert_num_queries(3):
        meter = queries.meter(campaign, datetime(2025, 3, 20, tzinfo=UTC))

    assert meter.period == "March 2025"
    assert plain(meter.text) == "300 $ of 5,000 $ raised"
    assert [plain(mark.label) for mark in meter.marks] == ["0 $", "2,500 $", "5,000 $"]
    assert (meter.raised, meter.goal, meter.percent) == (30_000, 500_000, 6)
    assert meter.valid_until == datetime(2025, 4, 1, tzinfo=UTC)


def test_speaks_the_readers_language():
    campaign = open_campaign()

    with translation.override("de"):
        assert queries.meter(campaign, NOON).marks[1].label == "2.500\N{NO-BREAK SPACE}€"


def test_the_month_turns_without_a_payment(settings):
    settings.TIME_ZONE = "America/New_York"
    campaign = open_campaign()
    receive(promise_gift(campaign), at=datetime(2026, 11, 1, 3, 0, tzinfo=UTC))
    turn = datetime(2026, 11, 1, tzinfo=ZoneInfo("America/New_York"))

    assert queries.meter(campaign, datetime(2026, 11, 1, 3, 59, tzinfo=UTC)).valid_until == turn
    assert raised(campaign, datetime(2026, 11, 1, 3, 59, tzinfo=UTC)) == 2_500
    assert raised(campaign, turn) == 0


def test_what_goes_back_later_lowers_the_month_it_was_given_in():
    campaign = open_campaign()
    gift = promise_gift(campaign)
    receive(gift)
    december = datetime(2026, 12, 5, tzinfo=UTC)
    back = RefundSnapshot(id="re", amount=2_500, state=RefundState.SUCCEEDED, at=december)
    receive(gift, refunds=(back,))

    assert (raised(campaign), raised(campaign, december)) == (0, 0)


def test_the_last_thirty_days_roll():
    campaign = open_campaign(kind="ROLLING")
    receive(promise_gift(campaign), at=NOON)

    assert raised(campaign, datetime(2026, 12, 21, 23, tzinfo=UTC)) == 2_500
    assert raised(campaign, datetime(2026, 12, 22, 1, tzinfo=UTC)) == 0
    tomorrow = datetime(2026, 11, 23, tzinfo=UTC)
    assert queries.meter(campaign, NOON).valid_until == tomorrow


def test_several_at_once_count_each_what_was_given_for_it():
    paper, boat = open_campaign(), open_campaign()
    receive(promise_gift(paper, 1_000))
    receive(promise_gift(boat, 300))

    assert (raised(paper), raised(boat)) == (1_000, 300)


def test_a_deadline_passes():
    campaign = open_campaign(
        kind="DEADLINE", starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 22)
    )
    receive(promise_gift(campaign))
    receive(promise_gift(campaign), at=datetime(2026, 11, 23, 0, 1, tzinfo=UTC))

    during, after = (
        queries.meter(campaign, at) for at in (NOON, datetime(2026, 11, 23, tzinfo=UTC))
    )

    assert (during.raised, during.is_over) == (2_500, False)
    assert (after.raised, after.is_over, after.valid_until) == (2_500, True, None)
    assert during.valid_until == datetime(2026, 11, 23, tzinfo=UTC)


def test_pledges_are_added_up_as_months_whatever_they_were_begun_for():
    campaign = open_campaign(kind="RECURRING", goal=10_000)
    other = open_campaign()
    ada = donor("ada")
    pledge(other, 1_000, donor=ada)
    pledge(campaign, 6_000, interval="YEAR", donor=ada)
    pledge(campaign, 300, ends_on=date(2026, 11, 22))
    for fields in (
        {"state": "PAUSED"},
        {"state": "FAILING"},
        {"is_test": True},
        {"ends_on": date(2026, 11, 21)},
        {"currency": "USD"},
    ):
        pledge(campaign, 5_000, **fields)

    meter = queries.meter(campaign, NOON, with_supporters=True)

    assert (meter.raised, meter.supporters) == (1_000 + 500 + 300, 3)
    assert plain(meter.text) == "18 € of 100 € a month promised"


def test_pledges_in_another_currency_are_worth_what_they_are_today(ed):
    campaign = open_campaign(kind="RECURRING", goal=10_000)
    pledge(campaign, 2_000, currency="USD")
    pledge(campaign, 5_000, currency="KRW")
    for rate, since in (("0.9", NOON - timedelta(days=9)), ("0.5", NOON + timedelta(days=1))):
        ExchangeRate.objects.create(currency="USD", into="EUR", rate=rate, since=since, set_by=ed)

    assert raised(campaign) == 1_800  # of won nobody has said the worth


def test_milestones_beyond_the_goal_come_into_sight_when_it_is_reached():
    campaign = open_campaign(goal=1_000)
    for at, label in ((400, "A printer"), (2_000, "A reporter"), (3_000, "")):
        Milestone.objects.create(campaign=campaign, at=at, label=label)

    def marks():
        meter = queries.meter(campaign, NOON)
        return meter.scale, [
            Mark(at=at, label=plain(text), note=note) for at, text, note in meter.marks
        ]

    assert marks() == (
        1_000,
        [Mark(0, "0 €"), Mark(400, "4 €", "A printer"), Mark(1_000, "10 €")],
    )
    receive(promise_gift(campaign, 1_000))
    assert marks()[0] == 2_000
    receive(promise_gift(campaign, 1_000))
    assert marks()[0] == 3_000, "one that is reached is not the end any more"
    receive(promise_gift(campaign, 3_600))
    meter = queries.meter(campaign, NOON)
    assert (meter.percent, meter.filled, meter.scale) == (560, 100, 3_000)


def test_is_not_full_before_it_is():
    campaign = open_campaign()
    receive(promise_gift(campaign, 499_999))

    meter = queries.meter(campaign, NOON)

    assert (meter.percent, meter.filled) == (99, 99)
    assert plain(meter.text) == "4,999.99 € of 5,000 € raised"


def test_a_pledge_that_ends_is_told_to_whoever_shows_what_is_promised(
    django_capture_on_commit_callbacks,
):
    heard = []
    events.subscribe(MeterChanged)(heard.append)
    campaign = open_campaign(kind="RECURRING", goal=10_000)
    promise = pledge(campaign, 1_000, provider="bank")

    with django_capture_on_commit_callbacks(execute=True):
        commands.end_pledge(pledge=promise, at=NOON)

    assert raised(campaign) == 0
    assert MeterChanged(campaign_id=campaign.pk) in heard
