from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from broadsheet.core.errors import NotFound
from broadsheet.core.pages import CursorNotUnderstood
from broadsheet.discussion.models import Comment
from broadsheet.discussion.words import thread_path

from .comment_form_view import WithCommentForm, comment_form_fields
from .comment_rows import TABLE, CommentRow, chosen_comments
from .comment_view import CommentView, comment_views, in_tree_order
from .whereabouts import whereabouts

REPLIES_ON_A_PAGE = 100
# So that a page of a thread of any length costs the same.
COUNTED_AT_MOST = 10_000


@dataclass(frozen=True, kw_only=True)
class ThreadPage(WithCommentForm):
    """What `discussion/thread_page.html` is given: one thread, or a further stretch of it.

    `more_replies` is how many follow, as far as they were counted; `next_url` is None if none do.
    """

    key: str
    version: int
    title: str
    page_url: str
    overlay_url: str
    is_open: bool
    first: CommentView
    replies: list[CommentView]
    is_first_page: bool
    more_replies: int
    next_url: str | None


def thread_page(thread_id: int, *, after: str = "", at: datetime) -> ThreadPage:
    """The thread that begins with that comment, its replies after the id `after` in tree order.

    Two queries, or three where more follow on a later page. Raises `NotFound`, `CursorNotUnderstood`.
    """
    place = whereabouts(thread_id)
    if place.parent_id is not None:
        raise NotFound
    discussion = place.discussion
    if after and not (after.isascii() and after.isdigit() and len(after) < 19):  # noqa: PLR2004 - of a bigint
        raise CursorNotUnderstood
    rows = chosen_comments(_WITH_REPLIES, {"thread": thread_id, "after": int(after or 0)})
    replies = rows[1:]
    more = 0
    if len(replies) > REPLIES_ON_A_PAGE:
        replies.pop()
        more = _count_after(replies[-1]) if after else max(place.reply_count - len(replies), 1)
    return ThreadPage(
        key=discussion.key,
        version=discussion.version,
        title=discussion.title,
        page_url=discussion.url,
        overlay_url=reverse("discussion:overlay", args=[discussion.key]),
        is_open=discussion.is_open(at=at) and not place.is_thread_closed,
        first=comment_views(rows[:1])[0],
        replies=comment_views(in_tree_order(replies)),
        is_first_page=not after,
        more_replies=more,
        next_url=f"{thread_path(thread_id)}?after={replies[-1].id}" if more else None,
        **comment_form_fields(discussion.key),
    )


_WITH_REPLIES = f"""
SELECT %(thread)s::bigint
UNION ALL
(
    SELECT id FROM {TABLE} WHERE thread_id = %(thread)s AND is_shown AND id > %(after)s
    ORDER BY id LIMIT {REPLIES_ON_A_PAGE + 1}
)
"""  # noqa: S608 - the name of our own table


def _count_after(reply: CommentRow) -> int:
    following = Comment.objects.filter(thread=reply.thread_id, pk__gt=reply.id).shown()
    return following.values("pk")[:COUNTED_AT_MOST].count()
