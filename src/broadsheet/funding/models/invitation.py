"""Who gave again and again elsewhere, and may be asked to go on here."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .donor import Donor
from .pledge import Interval


class Invitation(models.Model):
    """What somebody gave regularly elsewhere, where nothing of it can be carried over: nobody is charged.

    `amount` is in minor units of `currency` for each interval. `key` says where it is from and what it is called
    there (`import:patreon:123`). What they have paid for elsewhere may run until `paid_until`.
    """

    key = models.CharField(max_length=300, unique=True)
    donor = models.ForeignKey(Donor, on_delete=models.CASCADE, related_name="invitations")
    amount = models.PositiveBigIntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3)
    interval = models.CharField(_("how often"), max_length=5, choices=Interval)
    since_on = models.DateField(_("since"), null=True)
    paid_until = models.DateField(_("paid until"), null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="an_invitation_is_to_give_something"
            ),
            models.CheckConstraint(
                condition=~Q(interval="ONCE"), name="an_invitation_is_to_give_again"
            ),
        ]

    def __str__(self) -> str:
        return self.key
