from django.db import models

from .comment import Comment


class Revision(models.Model):
    """What a comment said before an edit; `written_at` is when those words were posted."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="revisions")
    source = models.TextField()
    html = models.TextField()
    written_at = models.DateTimeField()
    replaced_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"earlier words of comment {self.comment_id}"
