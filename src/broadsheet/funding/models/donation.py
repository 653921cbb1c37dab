"""One gift, from the wish to give it to the money."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .campaign import Campaign
from .donor import Donor
from .pledge import Interval, Pledge


class DonationState(models.TextChoices):
    """How far a gift has come. What came back of a settled one is in the ledger alone."""

    BEGUN = "BEGUN", _("Begun")
    PROMISED = "PROMISED", _("Promised")
    SETTLED = "SETTLED", _("Received")
    FAILED = "FAILED", _("Not completed")
    EXPIRED = "EXPIRED", _("Expired")


class Donation(models.Model):
    """One payment that somebody wishes to make, or made. Its amount never changes.

    `amount` is the gift and `cover` what is added for the provider's fee, in minor units of `currency`.
    `reference` is what stands on a bank statement; `key` opens the page about it and is told to the donor
    alone. Renewals of a pledge are donations of their own, made when they are heard of. A promise is not
    money. The donor's `message` is shown once it is approved, if `is_public`; `public_name` with it.
    """

    reference = models.CharField(_("reference"), max_length=20, unique=True)
    key = models.CharField(max_length=43, unique=True)
    submission_key = models.CharField(max_length=64, null=True, unique=True)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="donations")
    donor = models.ForeignKey(Donor, null=True, on_delete=models.SET_NULL, related_name="donations")
    pledge = models.ForeignKey(
        Pledge, null=True, on_delete=models.PROTECT, related_name="donations"
    )
    amount = models.PositiveBigIntegerField(_("amount"))
    cover = models.PositiveBigIntegerField(_("added for the fee"), default=0)
    currency = models.CharField(_("currency"), max_length=3)
    interval = models.CharField(
        _("how often"), max_length=5, choices=Interval, default=Interval.ONCE
    )
    is_public = models.BooleanField(_("shown to everybody"), default=False)
    public_name = models.CharField(_("name shown"), max_length=80, blank=True)
    message = models.CharField(_("message"), max_length=500, blank=True)
    approved_at = models.DateTimeField(null=True)
    source_path = models.CharField(max_length=500, blank=True)
    source_ask = models.CharField(max_length=60, blank=True)
    provider = models.CharField(_("by"), max_length=20)
    provider_object = models.CharField(max_length=255, blank=True)
    is_test = models.BooleanField(default=False)
    state = models.CharField(
        _("state"), max_length=10, choices=DonationState, default=DonationState.BEGUN
    )
    begun_at = models.DateTimeField(_("begun"))
    expires_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(_("received"), null=True)
    counts_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("gift")
        verbose_name_plural = _("gifts")
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "provider_object"],
                condition=~Q(provider_object=""),
                name="a_provider_knows_a_gift_once",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="a_gift_is_of_something"),
            models.CheckConstraint(
                condition=~Q(state="SETTLED")
                | Q(settled_at__isnull=False, counts_on__isnull=False),
                name="a_gift_received_has_its_day",
            ),
        ]
        indexes = [
            models.Index("donor", "begun_at", name="gifts_of_a_donor"),
            models.Index("campaign", "counts_on", name="gifts_of_a_campaign_by_day"),
            models.Index("begun_at", name="gifts_by_time"),
            models.Index(
                "expires_at", name="gifts_waited_for", condition=Q(state__in=["BEGUN", "PROMISED"])
            ),
        ]

    def __str__(self) -> str:
        return self.reference
