from django.db import models

from broadsheet.accounts.models import User

from .comment import Comment


class Vote(models.Model):
    """What one person thinks of one comment: +1 or -1. No opinion is no row."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="votes")
    voter = models.ForeignKey(User, on_delete=models.CASCADE, related_name="votes")
    value = models.SmallIntegerField()
    cast_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["voter", "comment"], name="one_vote_per_person_and_comment"
            ),
            models.CheckConstraint(
                condition=models.Q(value__in=(-1, 1)), name="vote_is_up_or_down"
            ),
        )

    def __str__(self) -> str:
        return f"{self.value:+d}"
