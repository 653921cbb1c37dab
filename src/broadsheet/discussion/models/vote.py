from django.db import models

from broadsheet.accounts.models import User

from .comment import Comment


class Vote(models.Model):
    """What one person thinks of one comment: +1 or -1, or 0 once they have taken it back.

    `submission_key` is that of the latest vote: when the reader decided, in milliseconds since 1970 to base
    36, a hyphen, and a few characters by chance ("mia7q3k0-4f9x2c"). So keys sort by time, letter by letter,
    until the year 2059 (eight digits), and a vote that comes late is known as such. It is "" where no script
    made one. The row of a vote taken back stays, for its key. A vote that is not counted waits until its voter
    is somebody whose votes are.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="votes")
    # The constraint's index begins with the voter.
    voter = models.ForeignKey(User, on_delete=models.CASCADE, related_name="votes", db_index=False)
    value = models.SmallIntegerField()
    cast_at = models.DateTimeField()
    submission_key = models.CharField(
        max_length=40, blank=True, default="", db_default="", db_collation="C"
    )

    is_counted = models.BooleanField(default=True, db_default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["voter", "comment"], name="one_vote_per_person_and_comment"
            ),
            models.CheckConstraint(
                condition=models.Q(value__in=(-1, 0, 1)), name="vote_is_up_down_or_taken_back"
            ),
        )
        indexes = (
            models.Index(
                fields=["voter"], condition=models.Q(is_counted=False), name="vote_not_yet_counted"
            ),
        )

    def __str__(self) -> str:
        return f"{self.value:+d}"
