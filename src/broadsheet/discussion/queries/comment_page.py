from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from broadsheet.discussion.words import thread_path

from .comment_form_view import WithCommentForm, comment_form_fields
from .comment_rows import TABLE, chosen_comments
from .comment_view import CommentView, comment_views
from .whereabouts import whereabouts

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
    """One comment in its context, for everybody. Two queries, whatever its depth. Raises `NotFound`."""
    place = whereabouts(comment_id)
    discussion = place.discussion
    around = comment_views(
        chosen_comments(_AROUND, {"comment": comment_id, "parent": place.parent_id})
    )
    ancestors = [view for view in around if view.id < comment_id]
    own, *replies = [view for view in around if view.id >= comment_id]
    return CommentPage(
        key=discussion.key,
        version=discussion.version,
        title=discussion.title,
        page_url=discussion.url,
        overlay_url=reverse("discussion:overlay", args=[discussion.key]),
        thread_url=thread_path(place.thread_id),
        is_open=discussion.is_open(at=at) and not place.is_thread_closed,
        ancestors=ancestors,
        ancestors_left_out=place.depth - len(ancestors),
        comment=own,
        replies=replies[:REPLIES_SHOWN],
        has_more_replies=len(replies) > REPLIES_SHOWN,
        **comment_form_fields(discussion.key),
    )


# Ids ascend from parent to reply: what is below the comment's own id stands above it on the page.
_AROUND = f"""
WITH RECURSIVE above (id, parent_id, steps) AS (
    SELECT id, parent_id, 1 FROM {TABLE} WHERE id = %(parent)s
    UNION ALL
    SELECT up.id, up.parent_id, steps + 1 FROM {TABLE} AS up JOIN above ON up.id = above.parent_id
    WHERE steps < {ANCESTORS_SHOWN}
)
SELECT id FROM above
UNION ALL
SELECT %(comment)s::bigint
UNION ALL
(
    SELECT id FROM {TABLE} WHERE parent_id = %(comment)s AND is_shown
    ORDER BY id LIMIT {REPLIES_SHOWN + 1}
)
"""  # noqa: S608 - the name of our own table
