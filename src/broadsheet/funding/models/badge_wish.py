"""Who wants to be known to support the newspaper."""

from django.conf import settings
from django.db import models


class BadgeWish(models.Model):
    """That a reader wants others to see that they give.

    Giving may tell what somebody thinks, so nobody is shown unasked.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="badge_wish"
    )
    wished_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.person_id)
