"""Ways for money to arrive that no provider sees."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ByHand(models.TextChoices):
    """How a gift came that staff write down; the code stands where a provider's would."""

    CASH = "cash", _("Cash")
    CHEQUE = "cheque", _("Cheque")
    BANK = "bank", _("Bank transfer")
