"""What somebody asked to take along: all that is kept of them, for a day, in pieces."""

from datetime import timedelta

from django.db import models

from .user import User

EXPORT_LIFETIME = timedelta(hours=24)


class Export(models.Model):
    """One archive of all that is kept of a person, which they may fetch once.

    It is made by a job: until then `ready_at` is empty. `size` is in bytes.
    """

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="exports")
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)
    size = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"export for {self.person_id}"


class ExportPiece(models.Model):
    """A stretch of an archive, in order: so that neither making nor sending it needs memory for the whole."""

    # The constraint's index begins with the export.
    export = models.ForeignKey(
        Export, on_delete=models.CASCADE, related_name="pieces", db_index=False
    )
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["export", "number"], name="export_in_order"),
        )

    def __str__(self) -> str:
        return f"piece {self.number} of {self.export_id}"
