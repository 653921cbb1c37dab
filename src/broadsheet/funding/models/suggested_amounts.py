"""What the newsroom suggests to give."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .pledge import Interval

MOST_SUGGESTED = 6


class SuggestedAmounts(models.Model):
    """The amounts to choose from in one currency for one interval, and the least that may be given so.

    All are minor units of `currency`. Small gifts cost more than they bring, and those who try out stolen cards
    begin with them.
    """

    currency = models.CharField(_("currency"), max_length=3)
    interval = models.CharField(_("how often"), max_length=5, choices=Interval)
    amounts = ArrayField(models.PositiveBigIntegerField(), size=MOST_SUGGESTED)
    least = models.PositiveBigIntegerField(_("least amount"), validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = _("suggested amounts")
        verbose_name_plural = _("suggested amounts")
        constraints = [
            models.UniqueConstraint(
                fields=["currency", "interval"], name="amounts_are_suggested_once"
            ),
            models.CheckConstraint(condition=Q(least__gt=0), name="the_least_is_something"),
        ]

    def __str__(self) -> str:
        return f"{self.currency} {self.interval}"
