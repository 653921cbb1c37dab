"""Who gives."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Donor(models.Model):
    """Somebody who gave or promised to, kept apart from the ledger: so they can be forgotten, and it stays.

    `person` is set once the address is proven to be theirs. `language` is the one they gave in. Of a donor who
    was erased nothing is left but that there was one.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="donors",
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    postal_address = models.TextField(_("postal address"), max_length=500, blank=True)
    language = models.CharField(max_length=15, blank=True)
    made_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"), condition=~Q(email=""), name="an_address_is_one_donor"
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(email="", name="", postal_address="", person=None),
                name="an_erased_donor_is_nobody",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email
