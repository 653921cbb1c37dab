"""Which payments were tried, and what became of them: by this those are found who try out stolen cards."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .donation import Donation


class Outcome(models.TextChoices):
    """What became of an attempt."""

    BEGUN = "BEGUN", _("begun")
    DECLINED = "DECLINED", _("declined")
    PAID = "PAID", _("paid")


class PaymentAttempt(models.Model):
    """One attempt to pay for a gift, kept for a week.

    `key` is the provider's name for it, so that it is counted once. `origin` is a pseudonym of the day of the
    network address that the gift was begun from.
    """

    key = models.CharField(max_length=300, unique=True)
    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, related_name="attempts")
    provider = models.CharField(max_length=20)
    origin = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index("provider", "at", name="attempts_by_time"),
            models.Index("origin", "at", name="attempts_by_origin"),
        ]

    def __str__(self) -> str:
        return self.key


class ProviderPause(models.Model):
    """Since `since`, and until `until`, no gift is begun with `provider`, because too many were declined."""

    provider = models.CharField(max_length=20)
    since = models.DateTimeField()
    until = models.DateTimeField()
    attempts = models.PositiveIntegerField()
    declined = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index("provider", "until", name="pauses_of_a_provider")]

    def __str__(self) -> str:
        return f"{self.provider} {self.since}"
