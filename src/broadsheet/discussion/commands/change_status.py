"""How a comment's status changes without the counters ever being wrong. Used by the commands beside it."""

from django.db.models import F

from broadsheet.discussion.models import Comment, CommentStatus, Discussion

# What keeps its place on the page: published words, and the notes that stand where words have been.
KEEPS_ITS_PLACE = frozenset(
    {CommentStatus.PUBLISHED, CommentStatus.REMOVED, CommentStatus.WITHDRAWN}
)


def lock_comment(comment: Comment) -> Comment:
    """Answer `comment` as it is now, with its discussion and itself locked in this transaction.

    The discussion first, as `post_comment` does, so that no two writers ever wait for each other.
    """
    discussion = Discussion.objects.select_for_update(no_key=True).get(pk=comment.discussion_id)
    locked = (
        Comment.objects.select_for_update(of=("self",), no_key=True)
        .select_related("author")
        .get(pk=comment.pk)
    )
    locked.discussion = discussion
    return locked


def change_status(comment: Comment, status: CommentStatus, *, reason: str = "") -> None:
    """Give a locked `comment` a new status, and its discussion and thread their right counts."""
    published_more = (status == CommentStatus.PUBLISHED) - comment.is_published
    was_shown = comment.is_shown
    comment.status, comment.reason = status, reason
    comment.is_shown = status in KEEPS_ITS_PLACE or comment.replies.shown().exists()
    comment.save(update_fields=["status", "reason", "is_shown"])
    _count(comment, published_more=published_more, shown_more=comment.is_shown - was_shown)
    if comment.is_shown and not was_shown:
        _show_what_it_answers(comment)


def _show_what_it_answers(comment: Comment) -> None:
    """Give hidden comments above a shown one their place, as notes without words."""
    while comment.parent_id is not None:
        parent = comment.parent
        assert parent is not None
        if parent.is_shown:
            return
        Comment.objects.filter(pk=parent.pk).update(is_shown=True)
        _count(parent, published_more=0, shown_more=1)
        comment = parent


def _count(comment: Comment, *, published_more: int, shown_more: int) -> None:
    thread_more = shown_more if comment.thread_id is None else 0
    if published_more or thread_more:
        Discussion.objects.filter(pk=comment.discussion_id).update(
            comment_count=F("comment_count") + published_more,
            thread_count=F("thread_count") + thread_more,
        )
    if shown_more and comment.thread_id is not None:
        Comment.objects.filter(pk=comment.thread_id).update(
            reply_count=F("reply_count") + shown_more
        )
