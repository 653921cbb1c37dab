from django.db import models
from django.db.models import F, Q

from broadsheet.accounts.models import User


class IgnoredPerson(models.Model):
    """That one reader wants the comments of another folded. The other is never told."""

    # The constraint's index begins with the reader.
    reader = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    ignored_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["reader", "person"], name="ignored_once"),
            models.CheckConstraint(
                condition=~Q(reader=F("person")), name="nobody_ignores_themselves"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reader_id} ignores {self.person_id}"
