"""What a campaign has raised, as its meter shows it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, F, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from broadsheet.funding.models import (
    Campaign,
    CampaignKind,
    CampaignPeriod,
    DayTotal,
    Donation,
    Metric,
)
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text, number_text
from broadsheet.funding.periods import Period, changes_next, day_of, period_of

from .pledged import pledged_a_month, running


class Mark(NamedTuple):
    """A place on the scale: `at` in the goal's units, `label` as text, `note` what is promised for it or ""."""

    at: int
    label: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Meter:
    """What `funding/meter.html` is given, and whatever else shows how far a campaign has come.

    `raised`, `goal` and `scale` are minor units of `currency`, or people where people are counted. `percent` is
    of the goal, rounded down, and may be more than 100. `scale` is where the bar ends: the goal, and once it is
    reached the next milestone beyond it; a bar that has none is full. All of it is so until `valid_until`
    though nothing is paid; None where only a payment changes it. `supporters` is None where nobody asked for them.
    """

    campaign_id: int
    slug: str
    title: str
    period: str
    currency: str
    raised: int
    goal: int
    percent: int
    scale: int
    marks: tuple[Mark, ...]
    supporters: int | None
    is_over: bool
    valid_until: datetime | None
    text: str

    @property
    def filled(self) -> int:
        """How many hundredths of the bar are filled, rounded down, 0–100."""
        return min(100, self.raised * 100 // self.scale)


def meter(campaign: Campaign, at: datetime, *, with_supporters: bool = False) -> Meter:
    """Answer what `campaign` has raised in the period it shows at `at`, in the active language. Three queries.

    Money is the ledger's: gifts received that count on the days of the period, in the newspaper's time zone,
    less what went back of them; without what covers fees, without test money, and without promises. Where
    pledges are added up, it is what all of them promise for a month. People are only counted where they are the
    goal, and `with_supporters`, by one query more: that looks at every gift of the period, where a sum of money
    is kept for each day.
    """
    zone = timezone.get_default_timezone()
    day = day_of(at, zone)
    period = period_of(campaign, day)
    counts_people = campaign.metric != Metric.AMOUNT
    supporters = _supporters(campaign, period, day) if counts_people or with_supporters else None
    raised = _raised(campaign, period, supporters, day)
    goal = _goal(campaign, period)
    scale, marks = _scale(campaign, raised, goal)
    return Meter(
        campaign_id=campaign.pk,
        slug=campaign.slug,
        title=campaign.title,
        period=_period_text(campaign, period),
        currency=campaign.currency,
        raised=raised,
        goal=goal,
        percent=raised * 100 // goal,
        scale=scale,
        marks=marks,
        supporters=supporters,
        is_over=campaign.closed_at is not None
        or (campaign.kind == CampaignKind.DEADLINE and day >= period.ends_before),
        valid_until=changes_next(campaign, day, zone),
        text=_text(campaign, raised, goal),
    )


_PERSON = Coalesce(F("donor"), -F("pk"))


def _supporters(campaign: Campaign, period: Period, day: date) -> int:
    """How many people gave. Who did not say who they are, or was forgotten, is somebody else each time."""
    if campaign.kind == CampaignKind.RECURRING:
        pledges = running(day).aggregate(count=Count(_PERSON, distinct=True))
        return int(pledges["count"])
    gifts = Donation.objects.filter(
        # Whatever is said of a gift counts on the gift's own day: by both, no gift of another time is looked at.
        campaign=campaign,
        counts_on__gte=period.starts_on,
        counts_on__lt=period.ends_before,
        transfers__campaign=campaign,
        transfers__counts_on__gte=period.starts_on,
        transfers__counts_on__lt=period.ends_before,
    )
    if campaign.metric == Metric.RECURRING_SUPPORTERS:
        gifts = gifts.filter(pledge__isnull=False)
    left = gifts.annotate(left=Sum("transfers__counted")).filter(left__gt=0)
    people = left.values("pk", person=_PERSON)
    return int(people.aggregate(count=Count("person", distinct=True))["count"])


def _raised(campaign: Campaign, period: Period, supporters: int | None, day: date) -> int:
    if campaign.metric != Metric.AMOUNT:
        return supporters or 0
    if campaign.kind == CampaignKind.RECURRING:
        return pledged_a_month(campaign.currency, day=day)
    days = DayTotal.objects.filter(
        campaign=campaign, day__gte=period.starts_on, day__lt=period.ends_before
    )
    return days.aggregate(sum=Sum("counted"))["sum"] or 0


def _goal(campaign: Campaign, period: Period) -> int:
    if campaign.kind != CampaignKind.MONTH:
        return campaign.goal
    frozen = CampaignPeriod.objects.filter(campaign=campaign, starts_on=period.starts_on)
    return frozen.values_list("goal", flat=True).first() or campaign.goal


def _scale(campaign: Campaign, raised: int, goal: int) -> tuple[int, tuple[Mark, ...]]:
    """Where the bar ends, and what is marked on it: zero, half the goal or the milestones, and the goal."""
    milestones = sorted(campaign.milestones.values_list("at", "label"))
    notes = dict(milestones)
    further = [at for at, _label in milestones if at > goal]
    scale = goal
    if raised >= goal and further:
        scale = next((at for at in further if at > raised), further[-1])
    between = [at for at, _label in milestones if at <= scale]
    if not between and goal > 1:
        between = [goal // 2]
    places = sorted({0, goal, *between})
    return scale, tuple(
        Mark(at=at, label=amount_text(campaign, at), note=notes.get(at, "")) for at in places
    )


def amount_text(campaign: Campaign, amount: int) -> str:
    """Answer so much of what `campaign` counts, in the active language: “2,500 $”, or a number of people."""
    language = get_language() or "en"
    if campaign.metric == Metric.AMOUNT:
        return money_text(Money(amount, campaign.currency), language)
    return number_text(amount, language)


def _period_text(campaign: Campaign, period: Period) -> str:
    last = period.last
    if campaign.kind == CampaignKind.ROLLING:
        return _("The last 30 days")
    if campaign.kind == CampaignKind.RECURRING:
        return _("Every month")
    if campaign.kind == CampaignKind.DEADLINE:
        return _("Until %(day)s") % {"day": date_format(last)}
    if campaign.month_start_day == 1:
        return date_format(period.starts_on, pgettext("a month and its year", "F Y"))
    return _("%(first)s to %(last)s") % {
        "first": date_format(period.starts_on),
        "last": date_format(last),
    }


def _text(campaign: Campaign, raised: int, goal: int) -> str:
    texts = {"raised": amount_text(campaign, raised), "goal": amount_text(campaign, goal)}
    if campaign.metric == Metric.SUPPORTERS:
        text = ngettext(
            "%(raised)s of %(goal)s supporter", "%(raised)s of %(goal)s supporters", goal
        )
    elif campaign.metric == Metric.RECURRING_SUPPORTERS:
        text = ngettext(
            "%(raised)s of %(goal)s regular supporter",
            "%(raised)s of %(goal)s regular supporters",
            goal,
        )
    elif campaign.kind == CampaignKind.RECURRING:
        text = _("%(raised)s of %(goal)s a month promised")
    else:
        text = _("%(raised)s of %(goal)s raised")
    return text % texts
