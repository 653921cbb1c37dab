"""How somebody's words go for good. Used by `belongings` alone."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.discussion.events import CommentWithdrawn
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, Quotation, Revision

from .change_status import change_status

SHOWN_OR_WAITING = (CommentStatus.PUBLISHED, CommentStatus.HELD)


def discussions_of(author: User) -> list[int]:
    """In which discussions there are words of `author`."""
    comments = Comment.objects.filter(author=author).exclude(source="", html="")
    return list(
        comments.order_by("discussion_id").values_list("discussion_id", flat=True).distinct()
    )


@transaction.atomic
def erase_words_of(
    *, author: User, keep_published: bool, at: datetime, discussion_id: int | None = None
) -> None:
    """Erase the words of `author`, in one discussion or in all; with `keep_published`, only those not readable.

    What was published says "withdrawn" instead, and answers keep their place. Earlier words go in any case.
    Publishes `CommentWithdrawn` for each comment that changes what readers see.
    """
    comments = Comment.objects.filter(author=author)
    if discussion_id is not None:
        comments = comments.filter(discussion_id=discussion_id)
    Revision.objects.filter(comment__in=comments).delete()
    for comment in _held_in_order(comments):
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


def _held_in_order(comments: QuerySet[Comment]) -> list[Comment]:
    """Those of `comments` that have words, after their discussions: all locked, as every writer does it.

    Newest first, so that a comment is gone when the one above it is looked at.
    """
    comments = comments.exclude(source="", html="")
    discussions = Discussion.objects.filter(pk__in=comments.values("discussion")).order_by("pk")
    held = {one.pk: one for one in discussions.select_for_update(no_key=True)}
    locked = list(
        comments.filter(discussion__in=held).order_by("pk").select_for_update(no_key=True)
    )
    for comment in locked:
        comment.discussion = held[comment.discussion_id]
    return locked[::-1]
