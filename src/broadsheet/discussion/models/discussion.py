from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageState(models.TextChoices):
    """What the page above a discussion wants of it. Staff close and open a discussion besides."""

    TAKES_COMMENTS = "TAKES_COMMENTS", _("takes comments")
    READ_ONLY = "READ_ONLY", _("takes no comments")
    GONE = "GONE", _("is not there any more")


class Discussion(models.Model):
    """All that is said under one page, known by its `key`.

    `title` and `url` say where the page is; both come from whoever opened the discussion. `comment_count`
    is the number of published comments, `thread_count` of shown threads; commands keep both exact.
    `version` counts the changes readers can see, votes excepted: 1 more with each, in the order in which
    they are committed, without a gap. What is imported raises nothing.
    """

    key = models.CharField(max_length=200, unique=True)
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=2000)
    page_state = models.CharField(
        max_length=14, choices=PageState, default=PageState.TAKES_COMMENTS
    )
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    comment_count = models.PositiveIntegerField(default=0)
    thread_count = models.PositiveIntegerField(default=0)
    version = models.PositiveBigIntegerField(default=0, db_default=0)

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
        """Whether comments and votes are taken at this moment."""
        is_due = self.closes_at is not None and at >= self.closes_at
        return self.page_state == PageState.TAKES_COMMENTS and self.closed_at is None and not is_due
