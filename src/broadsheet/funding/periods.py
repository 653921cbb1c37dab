"""Over which days a campaign adds up, and when that changes. Pure: the day and the zone are arguments."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from .models import Campaign, CampaignKind

ROLLING_DAYS = 30
LONGEST_MONTH = 31
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Period:
    """From `starts_on` to the day before `ends_before`."""

    starts_on: date
    ends_before: date

    def __contains__(self, day: date) -> bool:
        """Whether it is one of its days."""
        return self.starts_on <= day < self.ends_before

    @property
    def last(self) -> date:
        """Its last day."""
        return self.ends_before - _DAY


def period_of(campaign: Campaign, day: date) -> Period:
    """Answer the period of `campaign` that is shown on `day`, and that contains it but for deadlines.

    One that adds up pledges shows the month it is.
    """
    if campaign.kind == CampaignKind.ROLLING:
        return Period(starts_on=day - (ROLLING_DAYS - 1) * _DAY, ends_before=day + _DAY)
    if campaign.kind == CampaignKind.DEADLINE:
        ends_on = campaign.ends_on or day
        return Period(starts_on=campaign.starts_on, ends_before=ends_on + _DAY)
    return month_of(day, start_day=campaign.month_start_day)


def month_of(day: date, *, start_day: int) -> Period:
    """Answer the month that contains `day`, where months begin on `start_day` (1–31) or on their last day."""
    start = _start(day.year, day.month, start_day)
    if day < start:
        before = date(day.year, day.month, 1) - _DAY
        return Period(
            starts_on=_start(before.year, before.month, start_day),
            ends_before=start,
        )
    following = date(day.year, day.month, 1) + LONGEST_MONTH * _DAY
    return Period(
        starts_on=start,
        ends_before=_start(following.year, following.month, start_day),
    )


def in_months(day: date, months: int) -> date:
    """Answer the same day so many months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    return _start(day.year + years, month + 1, day.day)


def _start(year: int, month: int, start_day: int) -> date:
    return date(year, month, min(start_day, monthrange(year, month)[1]))


def day_of(moment: datetime, zone: tzinfo) -> date:
    """Answer which day it is in `zone` at `moment`."""
    return moment.astimezone(zone).date()


def first_moment(day: date, zone: tzinfo) -> datetime:
    """Answer when `day` begins in `zone`, in UTC: at midnight, or when the clock is put forward over it."""
    # Of a midnight that is skipped, `fold=0` takes the offset before: that is the very moment of the change.
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def changes_next(campaign: Campaign, day: date, zone: tzinfo) -> datetime | None:
    """Answer when what `campaign` shows on `day` changes though nothing is paid, or None if it never does."""
    period = period_of(campaign, day)
    if campaign.kind in {CampaignKind.ROLLING, CampaignKind.RECURRING}:
        return first_moment(day + _DAY, zone)
    if campaign.kind == CampaignKind.MONTH:
        return first_moment(period.ends_before, zone)
    if day < period.starts_on:
        return first_moment(period.starts_on, zone)
    return first_moment(period.ends_before, zone) if day < period.ends_before else None
