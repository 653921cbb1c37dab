"""What the money was spent on, as staff enter it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Spending(models.Model):
    """What was spent in one month under one heading: shown to everybody on the page of that month.

    Not part of the ledger, which knows only what came by gifts. `month` is its first day, `amount` minor units
    of `currency`. An entry is taken back, never changed.
    """

    month = models.DateField(_("month"))
    category = models.CharField(_("spent on"), max_length=60)
    amount = models.PositiveBigIntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3)
    note = models.CharField(_("note"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="spending_is_of_something"),
            models.CheckConstraint(condition=Q(month__day=1), name="spending_has_a_month"),
        ]
        indexes = [models.Index("month", name="spending_by_month")]

    def __str__(self) -> str:
        return f"{self.month} {self.category}"
