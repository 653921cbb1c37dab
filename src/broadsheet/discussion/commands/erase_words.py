"""How somebody's words go for good. Used by `belongings` alone, in its transaction."""

from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.discussion.events import CommentWithdrawn
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, Quotation, Revision

from .change_status import change_status

SHOWN_OR_WAITING = (CommentStatus.PUBLISHED, CommentStatus.HELD)


def erase_words_of(*, author: User, keep_published: bool, at: datetime) -> None:
    """Erase the words of `author`; with `keep_published`, only those that readers cannot read.

    What was published says "withdrawn" instead, and answers keep their place. Earlier words go in any case.
    Publishes `CommentWithdrawn` for each comment that changes what readers see.
    """
    comments = _held_in_order(author)
    Revision.objects.filter(comment__author=author).delete()
    for comment in comments:
        if keep_published and comment.is_published:
            continue
        comment.source, comment.html = "", ""
        Quotation.objects.filter(comment=comment).delete()
        if comment.status in SHOWN_OR_WAITING:
            comment.edited_at = at
            change_status(comment, CommentStatus.WITHDRAWN, also=["source", "html", "edited_at"])
            publish(CommentWithdrawn.about(comment))
        else:
            comment.save(update_fields=["source", "html"])


def _held_in_order(author: User) -> list[Comment]:
    """The comments, after their discussions: all locked, as every writer does it. Newest first.

    So a comment is gone when the one above it is looked at.
    """
    where = Comment.objects.filter(author=author).values("discussion")
    discussions = Discussion.objects.filter(pk__in=where).order_by("pk")
    held = {one.pk: one for one in discussions.select_for_update(no_key=True)}
    comments = Comment.objects.filter(author=author, discussion__in=held).order_by("pk")
    locked = list(comments.select_for_update(no_key=True))
    for comment in locked:
        comment.discussion = held[comment.discussion_id]
    return locked[::-1]
