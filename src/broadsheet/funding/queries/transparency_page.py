"""What the newspaper accounts for in public."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import F, Min, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from broadsheet.core.errors import NotFound
from broadsheet.funding.facts import TEST
from broadsheet.funding.models import (
    CampaignKind,
    CampaignPeriod,
    DayDigest,
    DayTotal,
    Metric,
    Spending,
    Transfer,
)
from broadsheet.funding.money import Money
from broadsheet.funding.small_numbers import ENOUGH_GIFTS

from .month_account import MonthAccount, month_account
from .movements import moments_of_month, month_after, month_before


@dataclass(frozen=True, kw_only=True)
class GoalLine:
    """A month of a campaign: from `starts_on` to the day before `ends_before`."""

    title: str
    starts_on: date
    ends_before: date
    goal: Money
    raised: Money
    percent: int


@dataclass(frozen=True, kw_only=True)
class TransparencyMonth:
    """What `funding/transparency_month.html` is given, and JSON and CSV.

    Of a month that `is_running` only sums are told; `account` is None as long as there are fewer than ten gifts.
    `digest` is the ledger's latest, of `digest_day`, or empty. All of it may change by itself at `until`.
    """

    month: date
    is_running: bool
    account: MonthAccount | None
    goals: tuple[GoalLine, ...]
    digest: str
    digest_day: date | None
    before: date | None
    after: date | None
    until: datetime | None


@dataclass(frozen=True, kw_only=True)
class TransparencyIndex:
    """What `funding/transparency.html` is given: the months there are, the latest first."""

    months: tuple[date, ...]
    until: datetime


def transparency_index(*, at: datetime) -> TransparencyIndex:
    """Answer every month from the first of which there is something to tell. Two queries."""
    this_month = timezone.localdate(at).replace(day=1)
    first = first_month()
    months: list[date] = []
    while first is not None and first <= this_month:
        months.append(first)
        first = month_after(first)
    return TransparencyIndex(months=tuple(reversed(months)), until=moments_of_month(this_month)[1])


def transparency_month(month: date, *, at: datetime) -> TransparencyMonth:
    """Account for a calendar month to everybody. Seven queries.

    Raises `NotFound` for what was before the first month there is something to tell of, and for months to come.
    """
    month = month.replace(day=1)
    this_month = timezone.localdate(at).replace(day=1)
    first = first_month()
    if first is None or not first <= month <= this_month:
        raise NotFound
    is_running = month == this_month
    account = month_account(month)
    latest = DayDigest.objects.order_by("-day").first()
    return TransparencyMonth(
        month=month,
        is_running=is_running,
        account=_so_far(account) if is_running else account,
        goals=_goals(month),
        digest=latest.digest if latest else "",
        digest_day=latest.day if latest else None,
        before=month_before(month) if month > first else None,
        after=month_after(month) if not is_running else None,
        until=moments_of_month(month)[1] if is_running else None,
    )


def first_month() -> date | None:
    """Answer the first month in which money moved or was spent; None before there is any. Two queries."""
    real = Transfer.objects.exclude(debit__code__startswith=TEST)
    moved = real.aggregate(first=Min("happened_at"))["first"]
    spent = Spending.objects.filter(withdrawn_at=None).aggregate(first=Min("month"))["first"]
    days = [timezone.localdate(moved)] if moved else []
    found: list[date] = [*days, *([spent] if spent else [])]
    return min(found).replace(day=1) if found else None


def _so_far(account: MonthAccount) -> MonthAccount | None:
    """Only the sums, for whoever looks again and again sees each gift come; none where these are few."""
    if account.gifts < ENOUGH_GIFTS:
        return None
    return replace(
        account,
        currencies=tuple(
            replace(one, recurring_percent=None, middle=None, ways=(), sizes=())
            for one in account.currencies
        ),
    )


def _goals(month: date) -> tuple[GoalLine, ...]:
    raised = (
        DayTotal.objects.filter(
            campaign=OuterRef("campaign"),
            day__gte=OuterRef("starts_on"),
            day__lt=OuterRef("ends_before"),
        )
        .values("campaign")
        .annotate(sum=Sum("counted"))
        .values("sum")
    )
    periods = CampaignPeriod.objects.filter(
        starts_on__gte=month,
        starts_on__lt=month_after(month),
        campaign__kind=CampaignKind.MONTH,
        campaign__metric=Metric.AMOUNT,
    ).select_related("campaign")
    chosen = periods.annotate(raised=Coalesce(Subquery(raised), 0)).order_by(
        F("campaign__is_default").desc(), "campaign__title", "starts_on", "pk"
    )
    return tuple(_goal(period, getattr(period, "raised", 0)) for period in chosen)


def _goal(period: CampaignPeriod, raised: int) -> GoalLine:
    currency = period.campaign.currency
    return GoalLine(
        title=period.campaign.title,
        starts_on=period.starts_on,
        ends_before=period.ends_before,
        goal=Money(period.goal, currency),
        raised=Money(raised, currency),
        percent=raised * 100 // period.goal,
    )
