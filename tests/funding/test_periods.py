"""Periods: every moment is in exactly one month, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.models import Campaign, CampaignKind
from broadsheet.funding.periods import changes_next, day_of, first_moment, month_of, period_of

days = st.dates(date(1971, 1, 1), date(2199, 12, 1))
start_days = st.integers(1, 31)
zones = st.sampled_from(
    [
        "UTC",
        "Europe/London",
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Beirut",  # the clock skips midnight
        "America/Sao_Paulo",  # it did, and repeated the hour before
        "Australia/Lord_Howe",  # by half an hour
        "Pacific/Apia",  # skipped a day in 2011
        "America/Santiago",
    ]
).map(ZoneInfo)
moments = st.datetimes(datetime(1971, 1, 2), datetime(2199, 1, 1), timezones=st.just(UTC))


@given(days, start_days)
def test_months_follow_upon_one_another_without_gap_or_overlap(day, start_day):
    month = month_of(day, start_day=start_day)

    assert day in month
    assert month_of(month.ends_before, start_day=start_day).starts_on == month.ends_before
    assert month_of(month.last, start_day=start_day) == month
    assert 28 <= (month.ends_before - month.starts_on).days <= 31


@given(days, start_days)
def test_a_month_begins_on_its_day_or_on_its_last(day, start_day):
    starts_on = month_of(day, start_day=start_day).starts_on

    is_last = (starts_on + timedelta(days=1)).day == 1
    assert starts_on.day == start_day or (is_last and starts_on.day < start_day)


@pytest.mark.parametrize(
    ("day", "start_day", "starts_on", "ends_before"),
    [
        (date(2028, 2, 29), 29, date(2028, 2, 29), date(2028, 3, 29)),
        (date(2026, 2, 28), 29, date(2026, 2, 28), date(2026, 3, 29)),
        (date(2026, 2, 27), 31, date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 4, 30), 31, date(2026, 4, 30), date(2026, 5, 31)),
        (date(2026, 12, 31), 31, date(2026, 12, 31), date(2027, 1, 31)),
        (date(2026, 1, 1), 15, date(2025, 12, 15), date(2026, 1, 15)),
    ],
)
def test_leap_days_and_short_months(day, start_day, starts_on, ends_before):
    month = month_of(day, start_day=start_day)

    assert (month.starts_on, month.ends_before) == (starts_on, ends_before)


@given(moments, zones)
def test_a_day_begins_at_its_first_moment(moment, zone):
    day = day_of(moment, zone)
    begins = first_moment(day, zone)

    assert begins <= moment
    assert day_of(begins, zone) == day
    assert day_of(begins - timedelta(microseconds=1), zone) < day


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("Europe/London", date(2026, 3, 30), datetime(2026, 3, 29, 23, tzinfo=UTC)),
        ("Europe/London", date(2026, 10, 26), datetime(2026, 10, 26, tzinfo=UTC)),
        # Midnight is skipped: of these two the first is also the first day of a month.
        ("Asia/Amman", date(2016, 4, 1), datetime(2016, 3, 31, 22, tzinfo=UTC)),
        ("America/Sao_Paulo", date(2018, 11, 4), datetime(2018, 11, 4, 3, tzinfo=UTC)),
        # There are two midnights; the day begins at the first.
        ("America/Havana", date(2025, 11, 2), datetime(2025, 11, 2, 4, tzinfo=UTC)),
        # The day before is skipped.
        ("Pacific/Apia", date(2011, 12, 31), datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ],
)
def test_a_day_begins_when_the_clock_says_so_whatever_is_done_to_it(zone, day, begins):
    assert first_moment(day, ZoneInfo(zone)) == begins
    assert day_of(begins, ZoneInfo(zone)) == day
    assert day_of(begins - timedelta(microseconds=1), ZoneInfo(zone)) < day


@pytest.mark.parametrize("kind", CampaignKind)
@given(moment=moments, zone=zones, start_day=start_days)
def test_what_is_shown_changes_when_it_was_said_to_and_not_before(kind, moment, zone, start_day):
    campaign = Campaign(
        kind=kind,
        month_start_day=start_day,
        starts_on=date(2020, 1, 1),
        ends_on=date(2026, 3, 1),
    )
    day = day_of(moment, zone)

    until = changes_next(campaign, day, zone)

    if kind == CampaignKind.DEADLINE and day > date(2026, 3, 1):
        assert until is None
        return
    assert until > moment
    before = day_of(until - timedelta(microseconds=1), zone)
    if kind == CampaignKind.MONTH:
        assert period_of(campaign, before) == period_of(campaign, day)
        assert period_of(campaign, day_of(until, zone)) != period_of(campaign, day)
    elif kind == CampaignKind.DEADLINE:
        changes_on = date(2020, 1, 1) if day < date(2020, 1, 1) else date(2026, 3, 2)
        assert until == first_moment(changes_on, zone)
    else:
        assert before == day
