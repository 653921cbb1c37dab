"""Comments as rows: what a page shows of them, and nothing else, in one statement.

Plain SQL, because Django took longer to write these statements than PostgreSQL to answer them, and longer
still to make four models of each comment (docs/decisions/0011).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db import connection

from broadsheet.accounts.models import HAS_PROFILE, User
from broadsheet.core.markup import VERSION
from broadsheet.discussion.models import Comment
from broadsheet.discussion.words import present_html

TABLE = Comment._meta.db_table
_PEOPLE = User._meta.db_table


class CommentRow(NamedTuple):
    """What `comment_view` needs to know. `answers_name` is "" where the words answered are not published.

    `author_handle` is "" where the author has no public page, `avatar` where they have no picture.

    `reply_count` is that of `Comment`: of the first comment of a thread.
    """

    id: int
    thread_id: int | None
    parent_id: int | None
    depth: int
    status: str
    reason: str
    html: str
    markup_version: int
    author_id: int
    author_name: str
    author_handle: str
    avatar: str
    is_staff: bool
    is_guest: bool
    is_supporter: bool
    answers_name: str
    posted_at: datetime
    up_votes: int
    down_votes: int
    reply_count: int
    is_edited: bool
    is_pinned: bool
    is_featured: bool
    is_thread_closed: bool

    @classmethod
    def of(cls, comment: Comment) -> Self:
        """The row of `comment`, loaded `with_people`."""
        parent = comment.parent
        return cls(
            id=comment.pk,
            thread_id=comment.thread_id,
            parent_id=comment.parent_id,
            depth=comment.depth,
            status=comment.status,
            reason=comment.reason,
            html=present_html(comment),
            markup_version=VERSION,
            author_id=comment.author_id,
            author_name=comment.author.name,
            author_handle=comment.author.handle if comment.author.has_profile else "",
            avatar=comment.author.avatar,
            is_staff=comment.author.speaks_for_the_paper,
            is_guest=comment.author.is_guest,
            is_supporter=comment.author.is_supporter,
            answers_name=parent.author.name if parent and parent.is_published else "",
            posted_at=comment.posted_at,
            up_votes=comment.up_votes,
            down_votes=comment.down_votes,
            reply_count=comment.reply_count,
            is_edited=comment.edited_at is not None,
            is_pinned=comment.pinned_at is not None,
            is_featured=comment.featured_at is not None,
            is_thread_closed=comment.thread_closed_at is not None,
        )


# In the order of CommentRow's fields; the rules are those of User and of CommentRow.of. OFFSET 0 keeps PostgreSQL
# from joining by a look at the whole table, which it takes for cheaper up to some ten thousand rows: it is not.
_SELECT = f"""
SELECT comment.id, comment.thread_id, comment.parent_id, comment.depth, comment.status, comment.reason,
    comment.html, comment.markup_version,
    author.id, author.name, CASE WHEN {HAS_PROFILE} THEN author.handle ELSE '' END, author.avatar,
    author.is_active AND (author.is_staff OR author.is_newsroom), author.strength = 'GUEST',
    author.is_supporter,
    CASE WHEN above.status = 'PUBLISHED' THEN author_above.name ELSE '' END,
    comment.posted_at, comment.up_votes, comment.down_votes, comment.reply_count, comment.edited_at IS NOT NULL,
    comment.pinned_at IS NOT NULL, comment.featured_at IS NOT NULL, comment.thread_closed_at IS NOT NULL
FROM ({{chosen}}) AS chosen (id)
CROSS JOIN LATERAL (SELECT * FROM {TABLE} WHERE id = chosen.id OFFSET 0) AS comment
CROSS JOIN LATERAL (SELECT * FROM {_PEOPLE} WHERE id = comment.author_id OFFSET 0) AS author
LEFT JOIN LATERAL (SELECT * FROM {TABLE} WHERE id = comment.parent_id OFFSET 0) AS above ON TRUE
LEFT JOIN LATERAL (SELECT * FROM {_PEOPLE} WHERE id = above.author_id OFFSET 0) AS author_above ON TRUE
ORDER BY comment.id
"""  # noqa: S608 - the names of our own tables


def chosen_comments(chosen: str, parameters: Mapping[str, Any]) -> list[CommentRow]:
    """The comments whose ids the statement `chosen` answers, by ascending id. One query.

    Another one, and their rendering, for those that an earlier version of the markup wrote.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SELECT.format(chosen=chosen), parameters)
        rows = [CommentRow._make(row) for row in cursor.fetchall()]
    is_present = {row.markup_version for row in rows} <= {VERSION}
    return rows if is_present else _with_present_markup(rows)


def _with_present_markup(rows: list[CommentRow]) -> list[CommentRow]:
    old = [row.id for row in rows if row.markup_version != VERSION]
    loaded = Comment.objects.filter(pk__in=old).select_related("discussion")
    anew = {comment.pk: present_html(comment) for comment in loaded}
    return [row._replace(html=anew.get(row.id, row.html)) for row in rows]
