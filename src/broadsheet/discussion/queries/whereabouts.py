"""Where a comment stands: what its pages need to know before they read comments."""

from dataclasses import dataclass

from broadsheet.core.errors import NotFound
from broadsheet.core.statements import Statement
from broadsheet.discussion.models import Comment, Discussion, PageState


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """A comment's place: its discussion, its thread (perhaps its own id), and what it answers.

    `reply_count` and `is_thread_closed` are those of the thread.
    """

    discussion: Discussion
    thread_id: int
    parent_id: int | None
    depth: int
    reply_count: int
    is_thread_closed: bool


_WHEREABOUTS = Statement(
    """
    SELECT {discussion}, thread.id, comment.parent_id, comment.depth, thread.reply_count,
        thread.thread_closed_at IS NOT NULL
    FROM {Comment} comment
    JOIN {Discussion} discussion ON discussion.id = comment.discussion_id
    JOIN {Comment} thread ON thread.id = COALESCE(comment.thread_id, comment.id)
    WHERE comment.id = %s AND comment.is_shown AND discussion.page_state <> %s
    """,
    discussion=Discussion,
    comment=Comment,
)


def whereabouts(comment_id: int) -> Whereabouts:
    """Where the comment stands. One query. Raises `NotFound` if it has no place on a page that is there."""
    found = _WHEREABOUTS.first(comment_id, PageState.GONE)
    if found is None:
        raise NotFound
    discussion, thread_id, parent_id, depth, reply_count, is_thread_closed = found
    return Whereabouts(
        discussion=discussion,
        thread_id=thread_id,
        parent_id=parent_id,
        depth=depth,
        reply_count=reply_count,
        is_thread_closed=is_thread_closed,
    )
