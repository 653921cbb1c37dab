"""A letter that opens the page of somebody's gifts."""

from django.db import models

from .donor import Donor


class PortalLink(models.Model):
    """One link to the page of a donor's gifts, good once and not for long. Only a digest of it is kept."""

    donor = models.ForeignKey(Donor, on_delete=models.CASCADE, related_name="portal_links")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"link of {self.expires_at:%Y-%m-%d %H:%M}"
