from django.db import models

from broadsheet.core.limits import TABLE


class LimitState(models.Model):
    """How far somebody has come with one limit: `core.limits` writes it, and knows for whom `key` stands.

    The table is unlogged: it costs no disk, and after a crash of the database everybody begins anew. A row
    whose `due_at` is past says no more than no row does.
    """

    key = models.UUIDField(primary_key=True)
    due_at = models.DateTimeField()

    class Meta:
        db_table = TABLE

    def __str__(self) -> str:
        return f"{self.key} until {self.due_at}"
