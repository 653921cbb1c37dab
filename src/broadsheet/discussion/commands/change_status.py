"""How a comment changes without counters and versions ever being wrong. Used by the commands beside it."""

from collections.abc import Sequence

from django.db.models import F

from broadsheet.discussion.models import Comment, CommentStatus, Discussion

# What keeps its place on the page: published words, and the notes that stand where words have been.
KEEPS_ITS_PLACE = frozenset(
    {CommentStatus.PUBLISHED, CommentStatus.REMOVED, CommentStatus.WITHDRAWN}
)


def lock_discussion(discussion_id: int) -> Discussion:
    """Answer the discussion as it is now, locked in this transaction.

    Whoever holds the lock may trust its counters and its version, and write them back.
    """
    return Discussion.objects.select_for_update(no_key=True).get(pk=discussion_id)


def lock_comment(comment: Comment) -> Comment:
    """Answer `comment` as it is now, with its discussion and itself locked in this transaction.

    The discussion first, as `post_comment` does, so that no two writers ever wait for each other.
    """
    discussion = lock_discussion(comment.discussion_id)
    locked = (
        Comment.objects.select_for_update(of=("self",), no_key=True)
        .select_related("author")
        .get(pk=comment.pk)
    )
    locked.discussion = discussion
    return locked


def save_change(comment: Comment, fields: Sequence[str]) -> None:
    """Save `fields` of a locked `comment`; where it has a place on the page, as the next version."""
    if comment.is_shown:
        _begin_version(comment)
        comment.discussion.save(update_fields=["version"])
    comment.save(update_fields=[*fields, "changed_in"])


def change_status(
    comment: Comment, status: CommentStatus, *, reason: str = "", also: Sequence[str] = ()
) -> None:
    """Give a locked `comment` a new status, and its discussion and thread their right counts.

    Saves the fields `also`. It is the discussion's next version, unless readers saw nothing of the comment
    before and see nothing of it now.
    """
    discussion = comment.discussion
    discussion.comment_count += (status == CommentStatus.PUBLISHED) - comment.is_published
    comment.status, comment.reason = status, reason
    if comment.is_shown or _has_a_place(comment):
        _begin_version(comment)
    comment.save(update_fields=["status", "reason", "changed_in", *also])
    _place(comment, discussion)
    discussion.save(update_fields=["comment_count", "thread_count", "version"])


def _begin_version(comment: Comment) -> None:
    comment.discussion.version += 1
    comment.changed_in = comment.discussion.version


def _has_a_place(comment: Comment) -> bool:
    return comment.status in KEEPS_ITS_PLACE or comment.replies.shown().exists()


def _place(comment: Comment, discussion: Discussion) -> None:
    """Show or hide `comment`, and above it what has its place for the sake of answers only."""
    above: Comment | None = comment
    while above is not None and above.is_shown != (is_shown := _has_a_place(above)):
        above.is_shown, above.changed_in = is_shown, discussion.version
        if is_shown:
            above.appeared_in = discussion.version
        above.save(update_fields=["is_shown", "changed_in", "appeared_in"])
        one = 1 if is_shown else -1
        if above.thread_id is None:
            discussion.thread_count += one
        else:
            Comment.objects.filter(pk=above.thread_id).update(reply_count=F("reply_count") + one)
        above = above.parent
