"""The ledger: what happened to every cent, never changed and never deleted."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .campaign import Campaign
from .donation import Donation
from .inbound_event import InboundEvent


class LedgerAccount(models.Model):
    """One account in one currency, such as income:gifts in EUR. Test money has accounts of its own (test:…)."""

    code = models.CharField(max_length=60)
    currency = models.CharField(max_length=3)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "currency"], name="an_account_of_a_currency_is_one"
            ),
            # What the keys of transfers point to, so that both accounts are of the transfer's currency.
            models.UniqueConstraint(fields=["id", "currency"], name="an_account_has_one_currency"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.currency}"


class Transfer(models.Model):
    """One fact: `amount` minor units went from the account `credit` to the account `debit`.

    Balanced as it stands. `key` is made from what the provider calls the fact (`stripe:re_1:refund`), so that
    learning it twice posts it once. `happened_at` is when it was so, `posted_at` when it was written down.
    `counted` is by how much it moves the meter of `campaign`, in minor units of the campaign's currency, on
    the day `counts_on`: of what comes back, the day of the gift. `rate` is how many minor units of that
    currency one minor unit was taken for. A mistake is made good by a transfer that `reverses` it.
    """

    key = models.CharField(max_length=300, unique=True)
    kind = models.CharField(max_length=30)
    debit = models.ForeignKey(LedgerAccount, on_delete=models.PROTECT, related_name="debits")
    credit = models.ForeignKey(LedgerAccount, on_delete=models.PROTECT, related_name="credits")
    amount = models.BigIntegerField(_("amount"))
    currency = models.CharField(max_length=3)
    happened_at = models.DateTimeField()
    posted_at = models.DateTimeField()
    campaign = models.ForeignKey(
        Campaign, null=True, on_delete=models.PROTECT, related_name="transfers"
    )
    counts_on = models.DateField(null=True)
    counted = models.BigIntegerField(default=0)
    rate = models.DecimalField(max_digits=18, decimal_places=9, null=True)
    donation = models.ForeignKey(
        Donation, null=True, on_delete=models.PROTECT, related_name="transfers"
    )
    event = models.ForeignKey(
        InboundEvent, null=True, on_delete=models.PROTECT, related_name="transfers"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    reverses = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="reversed_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="a_transfer_moves_something"),
            models.CheckConstraint(
                condition=~Q(debit=F("credit")), name="a_transfer_goes_somewhere_else"
            ),
            models.CheckConstraint(
                condition=Q(counted=0) | Q(campaign__isnull=False, counts_on__isnull=False),
                name="what_counts_counts_for_a_campaign_on_a_day",
            ),
        ]
        indexes = [
            models.Index("campaign", "counts_on", name="transfers_of_a_campaign"),
            models.Index("happened_at", name="transfers_by_time"),
            models.Index("posted_at", name="transfers_by_posting"),
        ]

    def __str__(self) -> str:
        return self.key


class DayTotal(models.Model):
    """What a campaign's transfers of one day count together: written with each of them, in its transaction."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="day_totals")
    day = models.DateField()
    counted = models.BigIntegerField(default=0)
    gifts = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "day"], name="a_day_is_added_up_once"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.day}"


class DayDigest(models.Model):
    """A hash over all transfers posted on one day (UTC) and over the digest before it.

    Published, it shows to whoever kept one that nothing before it was changed since.
    """

    day = models.DateField(unique=True)
    transfers = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.day} {self.digest}"
