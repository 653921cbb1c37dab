from datetime import datetime

from django.db import models


class Discussion(models.Model):
    """All that is said under one page, known by its `key`.

    `title` and `url` say where the page is; both come from whoever opened the discussion. `comment_count`
    is the number of published comments, `thread_count` of shown threads; commands keep both exact.
    """

    key = models.CharField(max_length=200, unique=True)
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=2000)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    comment_count = models.PositiveIntegerField(default=0)
    thread_count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(comment_count__gte=0), name="discussion_count_not_negative"
            ),
        )
        indexes = (
            models.Index(
                fields=["closes_at"],
                condition=models.Q(closed_at=None),
                name="discussion_due_to_close",
            ),
        )

    def __str__(self) -> str:
        return self.key

    def is_open(self, *, at: datetime) -> bool:
        """Whether comments are taken at this moment."""
        return self.closed_at is None and (self.closes_at is None or at < self.closes_at)
