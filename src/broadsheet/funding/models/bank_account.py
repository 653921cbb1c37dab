"""Where supporters send money by bank transfer."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class BankAccountQuerySet(models.QuerySet["BankAccount"]):
    """The vocabulary of bank accounts."""

    def shown(self, at: datetime) -> "BankAccountQuerySet":
        """The account of each currency that supporters are shown at `at`, and none where it was withdrawn."""
        latest = (
            self.filter(shown_from__lte=at, stopped_at=None)
            .order_by("currency", "-shown_from", "-pk")
            .distinct("currency")
        )
        return self.filter(pk__in=latest.values("pk")).exclude(is_withdrawal=True)


class BankAccount(models.Model):
    """One account in one currency as somebody entered it: it is never changed, a newer one takes its place.

    Shown from `shown_from` on, a day after `entered_at` except for the very first, unless somebody stopped it
    before. `iban` and `bic` are without spaces; where there is no IBAN, the lines of `details` say how to pay.
    A row that `is_withdrawal` has neither: from then on there is no account in that currency.
    """

    currency = models.CharField(_("currency"), max_length=3)
    # No longer than a QR code of the European Payments Council holds (EPC069-12).
    holder = models.CharField(_("account holder"), max_length=70, blank=True)
    iban = models.CharField(_("IBAN"), max_length=34, blank=True)
    bic = models.CharField(_("BIC"), max_length=11, blank=True)
    bank = models.CharField(_("bank"), max_length=70, blank=True)
    details = models.TextField(_("how to pay, where there is no IBAN"), max_length=400, blank=True)
    is_withdrawal = models.BooleanField(default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()
    shown_from = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)

    objects = BankAccountQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(is_withdrawal=True, iban="", details="")
                    | Q(Q(is_withdrawal=False), ~Q(holder=""), ~Q(iban="") | ~Q(details=""))
                ),
                name="an_account_can_be_paid_to",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.currency} {self.number}"

    @property
    def number(self) -> str:
        """What tells its statements from another's: the IBAN, else the letters and digits of `details`."""
        return self.iban or "".join(filter(str.isalnum, self.details)).upper()[:34]
