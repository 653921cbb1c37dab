"""Gifts that are to be given back."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .audit import REASON_LENGTH
from .donation import Donation


class RefundState(models.TextChoices):
    """How far a refund has come."""

    WAITING = "WAITING", _("Waits for a second person")
    AGREED = "AGREED", _("Agreed, on its way")
    SENT = "SENT", _("Sent")
    DECLINED = "DECLINED", _("Declined")
    FAILED = "FAILED", _("Failed")


class RefundRequest(models.Model):
    """That `amount` minor units of a gift are to be given back, who asked for it, and who agreed.

    `SENT` means that the provider was told and took it, or that somebody has sent the money by hand. That it
    arrived, or came back, is in the ledger alone.
    """

    donation = models.ForeignKey(Donation, on_delete=models.PROTECT, related_name="refund_requests")
    amount = models.PositiveBigIntegerField(_("amount"))
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH)
    state = models.CharField(max_length=8, choices=RefundState, default=RefundState.WAITING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="a_refund_is_of_something"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by")),
                name="nobody_decides_their_own_refund",
            ),
        ]
        indexes = [
            models.Index(
                "asked_at", name="refunds_to_see_to", condition=Q(state__in=["WAITING", "AGREED"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.donation_id} {self.amount}"
