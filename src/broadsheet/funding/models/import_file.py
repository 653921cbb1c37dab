"""A file from another system, on its way in."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .campaign import Campaign

IMPORTED = "import"
"""As whose gifts those are kept that were received elsewhere, before: no provider of ours has them."""


class ImportFile(models.Model):
    """An export of who gave elsewhere: uploaded, looked at, then taken over or thrown away.

    `columns` says of each of our fields which of the file's columns holds it; what is not in it is not read.
    `content` is kept until the file is taken over, thrown away, or a day old: it is full of names. `report` is
    what came of it, in numbers.
    """

    source = models.CharField(_("what it is"), max_length=40)
    name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    columns = models.JSONField(default=dict)
    day_order = models.CharField(_("dates in figures"), max_length=5, blank=True)
    decimal_mark = models.CharField(_("decimal mark"), max_length=1, default=".")
    currency = models.CharField(_("currency, where no column says it"), max_length=3)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(begun_at__isnull=False),
                name="a_file_taken_over_was_begun",
            ),
        ]

    def __str__(self) -> str:
        return self.name
