"""What somebody gives again and again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .campaign import Campaign
from .donor import Donor


class Interval(models.TextChoices):
    """How often."""

    ONCE = "ONCE", _("Once")
    MONTH = "MONTH", _("Monthly")
    YEAR = "YEAR", _("Yearly")

    @property
    def months(self) -> int:
        """After how many it comes again: 0 for what does not."""
        return {Interval.ONCE: 0, Interval.MONTH: 1, Interval.YEAR: 12}[self]


class PledgeState(models.TextChoices):
    """Whether the next payment is to be expected."""

    BEGUN = "BEGUN", _("Begun")
    ACTIVE = "ACTIVE", _("Active")
    PAUSED = "PAUSED", _("Paused")
    FAILING = "FAILING", _("Payment fails")
    ENDED = "ENDED", _("Ended")


class Pledge(models.Model):
    """A recurring gift. What it promises is not money and never moves the meter; each payment is a `Donation`.

    `amount` and `cover` are minor units of `currency` for each interval. `provider_object` is what the
    provider calls it. One that is cancelled but paid for may still run until `ends_on`. `asked_at` is when the
    provider was asked for what is written here: of two answers, the one asked for later holds.
    """

    reference = models.CharField(max_length=20, unique=True)
    donor = models.ForeignKey(Donor, null=True, on_delete=models.SET_NULL, related_name="pledges")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="pledges")
    amount = models.PositiveBigIntegerField()
    cover = models.PositiveBigIntegerField(default=0)
    currency = models.CharField(max_length=3)
    interval = models.CharField(max_length=5, choices=Interval)
    provider = models.CharField(max_length=20)
    provider_object = models.CharField(max_length=255, blank=True)
    is_test = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=PledgeState, default=PledgeState.BEGUN)
    begun_at = models.DateTimeField()
    next_on = models.DateField(null=True)
    paused_until = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "provider_object"],
                condition=~Q(provider_object=""),
                name="a_provider_knows_a_pledge_once",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="a_pledge_is_of_something"),
            models.CheckConstraint(condition=~Q(interval="ONCE"), name="a_pledge_comes_again"),
        ]
        indexes = [models.Index("donor", name="pledges_of_a_donor")]

    def __str__(self) -> str:
        return self.reference
