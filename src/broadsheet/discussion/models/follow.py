from django.db import models

from broadsheet.accounts.models import User

from .comment import Comment
from .discussion import Discussion


class Follow(models.Model):
    """That one person wants to know what is new in a discussion, or in one `thread` of it.

    `seen_version` is the version of the discussion that they have seen: what appeared later is new to them.
    `submission_key` is that of the latest decision, as a vote's is (`Vote`): the row of somebody who follows
    no more stays, for its key.
    """

    # The constraint's index begins with the reader.
    reader = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="follows", db_index=False
    )
    discussion = models.ForeignKey(Discussion, on_delete=models.CASCADE, related_name="follows")
    thread = models.ForeignKey(Comment, null=True, on_delete=models.CASCADE, related_name="follows")
    is_on = models.BooleanField(default=True)
    followed_at = models.DateTimeField()
    seen_version = models.PositiveBigIntegerField(default=0)
    submission_key = models.CharField(
        max_length=40, blank=True, default="", db_default="", db_collation="C"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["reader", "discussion", "thread"],
                nulls_distinct=False,
                name="one_follow_per_person_and_thread",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reader_id} follows {self.thread_id or self.discussion_id}"
