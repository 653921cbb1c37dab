"""What the newsroom raises money for."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class CampaignKind(models.TextChoices):
    """Over which days a campaign adds up what came."""

    MONTH = "MONTH", _("A calendar month, again and again")
    ROLLING = "ROLLING", _("The last 30 days")
    DEADLINE = "DEADLINE", _("Until a day")
    RECURRING = "RECURRING", _("What pledges bring in a month")


class Metric(models.TextChoices):
    """What a campaign counts."""

    AMOUNT = "AMOUNT", _("Money")
    SUPPORTERS = "SUPPORTERS", _("Supporters")
    RECURRING_SUPPORTERS = "RECURRING_SUPPORTERS", _("Recurring supporters")


class Campaign(models.Model):
    """A goal, and over which days it is to be reached.

    `goal` is in minor units of `currency` where money is counted, else in people. Days are those of the
    newspaper's time zone. A month begins on `month_start_day`, or on its last day where it has no such day.
    """

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=120)
    kind = models.CharField(
        _("kind"), max_length=10, choices=CampaignKind, default=CampaignKind.MONTH
    )
    metric = models.CharField(_("counts"), max_length=20, choices=Metric, default=Metric.AMOUNT)
    goal = models.PositiveBigIntegerField(_("goal"), validators=[MinValueValidator(1)])
    currency = models.CharField(_("currency"), max_length=3)
    month_start_day = models.PositiveSmallIntegerField(
        _("the month begins on day"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until, and including"), null=True, blank=True)
    is_default = models.BooleanField(_("the one shown"), default=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=Q(is_default=True),
                name="one_campaign_is_the_one_shown",
            ),
            models.CheckConstraint(condition=Q(goal__gt=0), name="a_goal_is_more_than_nothing"),
            models.CheckConstraint(
                condition=Q(month_start_day__range=(1, 31)), name="a_month_begins_on_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(kind="DEADLINE") | Q(ends_on__gte=F("starts_on")),
                name="a_deadline_comes_after_the_beginning",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Milestone(models.Model):
    """A mark beyond the beginning of a campaign, or beyond its goal, in the goal's units."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="milestones")
    at = models.PositiveBigIntegerField(_("at"), validators=[MinValueValidator(1)])
    label = models.CharField(_("label"), max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "at"], name="a_milestone_stands_alone_at_its_place"
            ),
        ]

    def __str__(self) -> str:
        return self.label or str(self.at)


class CampaignPeriod(models.Model):
    """The goal as it was when a month of a campaign began: later changes are for later months.

    From `starts_on` to the day before `ends_before`.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="periods")
    starts_on = models.DateField()
    ends_before = models.DateField()
    goal = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "starts_on"], name="a_period_of_a_campaign_begins_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.starts_on}"
