"""What is known to be wrong with the ledger."""

from django.db import models


class LedgerFinding(models.Model):
    """Something that the nightly check found and the administrators were written to about.

    `subject` says what it is about, whatever the sums are by now. It is forgotten once it is found no more, so
    that they are written to if it comes again.
    """

    subject = models.CharField(max_length=400, unique=True)
    found_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.subject
