"""Until when we have asked a provider what has changed."""

from django.db import models


class Reconciliation(models.Model):
    """What was found when `provider` was last asked for all that had changed since it was asked before.

    Everything up to `asked_until` is known. `found` counts changes that no message had told us by then: if there
    are any, its messages do not reach us. `trouble` says why the last asking came to nothing.
    """

    provider = models.CharField(max_length=20, unique=True)
    asked_until = models.DateTimeField()
    asked_at = models.DateTimeField()
    found = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.provider} {self.asked_until}"
