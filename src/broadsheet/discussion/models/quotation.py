from django.db import models

from .comment import Comment


class Quotation(models.Model):
    """That one comment quotes another, and that the words really stood there when it did."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="quotations")
    quoted = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="quoted_in")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["comment", "quoted"], name="one_row_per_quoted_comment"
            ),
        )

    def __str__(self) -> str:
        return f"{self.comment_id} quotes {self.quoted_id}"
