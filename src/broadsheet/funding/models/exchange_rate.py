"""What one currency is worth in another."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ExchangeRate(models.Model):
    """One whole unit of `currency` is worth `rate` whole units of `into`, from `since` until the next is set.

    Gifts in `currency` count so much on meters in `into`; a rate that was used is frozen on its transfers, so
    a new one changes nothing that was counted. Only ever added to.
    """

    currency = models.CharField(_("currency"), max_length=3)
    into = models.CharField(_("into"), max_length=3)
    rate = models.DecimalField(
        _("rate"), max_digits=18, decimal_places=9, validators=[MinValueValidator(0)]
    )
    since = models.DateTimeField()
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(rate__gt=0), name="a_currency_is_worth_something"),
            models.CheckConstraint(
                condition=~Q(currency=F("into")), name="a_currency_is_worth_itself"
            ),
        ]
        indexes = [models.Index("currency", "into", F("since").desc(), name="rates_by_time")]

    def __str__(self) -> str:
        return f"1 {self.currency} = {self.rate.normalize():f} {self.into}"
