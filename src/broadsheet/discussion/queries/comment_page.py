from dataclasses import dataclass
from datetime import datetime

from django.db.models.expressions import RawSQL
from django.urls import reverse

from broadsheet.core.errors import NotFound
from broadsheet.discussion.models import Comment

from .comment_form_view import WithCommentForm, comment_form_fields
from .comment_view import CommentView, comment_view, in_tree_order

ANCESTORS_SHOWN = 4
REPLIES_SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class CommentPage(WithCommentForm):
    """What `discussion/comment_page.html` is given: one comment, what it answers, and what answers it.

    `ancestors` are the nearest, the farthest first; `ancestors_left_out` says how many stand above them.
    """

    key: str
    version: int
    title: str
    page_url: str
    overlay_url: str
    thread_url: str
    is_open: bool
    ancestors: list[CommentView]
    ancestors_left_out: int
    comment: CommentView
    replies: list[CommentView]
    has_more_replies: bool


def comment_page(comment_id: int, *, at: datetime) -> CommentPage:
    """One comment in its context, for everybody. Four queries, whatever its depth. Raises `NotFound`."""
    comment = (
        Comment.objects.filter(pk=comment_id)
        .shown()
        .with_people()
        .on_a_page()
        .select_related("thread")
        .first()
    )
    if comment is None:
        raise NotFound
    ancestors = _nearest_ancestors(comment)
    replies = list(
        Comment.objects.filter(parent=comment)
        .shown()
        .order_by("id")
        .with_people()[: REPLIES_SHOWN + 1]
    )
    thread = comment.thread or comment
    return CommentPage(
        key=comment.discussion.key,
        version=comment.discussion.version,
        title=comment.discussion.title,
        page_url=comment.discussion.url,
        overlay_url=reverse("discussion:overlay", args=[comment.discussion.key]),
        thread_url=reverse("discussion:thread_page", args=[thread.pk]),
        is_open=comment.discussion.is_open(at=at) and thread.thread_closed_at is None,
        ancestors=[comment_view(one) for one in ancestors],
        ancestors_left_out=comment.depth - len(ancestors),
        comment=comment_view(comment),
        replies=[comment_view(one) for one in in_tree_order(replies[:REPLIES_SHOWN])],
        has_more_replies=len(replies) > REPLIES_SHOWN,
        **comment_form_fields(comment.discussion.key),
    )


def _nearest_ancestors(comment: Comment) -> list[Comment]:
    if comment.parent_id is None:
        return []
    table = Comment._meta.db_table
    nearest = RawSQL(  # noqa: S611 - our own table's name and a constant; the id is a parameter
        f"""
        WITH RECURSIVE above(id, parent_id, steps) AS (
            SELECT id, parent_id, 1 FROM {table} WHERE id = %s
            UNION ALL
            SELECT up.id, up.parent_id, steps + 1 FROM {table} AS up JOIN above ON up.id = above.parent_id
            WHERE steps < {ANCESTORS_SHOWN}
        )
        SELECT id FROM above
        """,  # noqa: S608
        [comment.parent_id],
    )
    return list(Comment.objects.filter(pk__in=nearest).order_by("id").with_people())
