"""What the way of paying that pretends remembers, as a real provider would in books of its own."""

from django.db import models

from .pledge import Interval, PledgeState


class PretendedPledge(models.Model):
    """A recurring payment that somebody pretended to agree to; `amount` is gross, in minor units."""

    name = models.CharField(max_length=40, unique=True)
    donation = models.CharField(max_length=20, unique=True)
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField()
    interval = models.CharField(max_length=5, choices=Interval)
    state = models.CharField(max_length=10, choices=PledgeState, default=PledgeState.BEGUN)
    next_on = models.DateField(null=True)
    paused_until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class PretendedPayment(models.Model):
    """A payment that somebody is to pretend to make, or did; `amount` is gross, in minor units.

    `refunds` are lists of a name, an amount and a moment in ISO 8601.
    """

    name = models.CharField(max_length=40, unique=True)
    donation = models.CharField(max_length=20, blank=True)
    pledge = models.ForeignKey(
        PretendedPledge, null=True, on_delete=models.CASCADE, related_name="payments"
    )
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField()
    return_to = models.CharField(max_length=500)
    cancel_to = models.CharField(max_length=500)
    settled_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    refunds = models.JSONField(default=list)
    expires_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["donation"],
                condition=~models.Q(donation=""),
                name="a_gift_is_pretended_to_be_paid_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
