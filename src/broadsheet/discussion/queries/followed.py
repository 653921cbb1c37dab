from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from broadsheet.accounts.models import User
from broadsheet.core.pages import read_cursor, write_cursor
from broadsheet.discussion.models import Comment, Discussion, Follow, IgnoredPerson, PageState

from .excerpt import excerpt

FOLLOWS_ON_A_PAGE = 30
NEW_AT_MOST: Final = 99
"""Counted no further, so that the page costs the same however much was said."""


@dataclass(frozen=True, kw_only=True)
class FollowedPlace:
    """A discussion somebody follows, or one thread of it, with the number of comments that are new to them.

    `new_comments` counts to 100 and means "more than 99" there. `words` begin a thread, and are "" for a
    discussion, or where they are not public any more. `thread_id` is None for a discussion.
    """

    id: int
    key: str
    title: str
    thread_id: int | None
    words: str
    followed_at: datetime
    new_comments: int
    is_there: bool

    @property
    def has_more(self) -> bool:
        """Whether there are more new comments than are counted."""
        return self.new_comments > NEW_AT_MOST


@dataclass(frozen=True, kw_only=True)
class Followed:
    """What `discussion/followed.html` is given: what a reader follows, the latest first."""

    places: list[FollowedPlace]
    most_counted: int
    is_first_page: bool
    next_url: str | None


# What became visible after the version that the reader has seen, without their own words and those of people whom
# they ignore. `changed_in`, which is never less than `appeared_in`, has the index.
_FOLLOWED: Final = """
    SELECT follow.id, discussion.key, discussion.title, discussion.page_state, follow.thread_id,
        first.source, first.status, follow.followed_at, new.number
    FROM {Follow} follow
    JOIN {Discussion} discussion ON discussion.id = follow.discussion_id
    LEFT JOIN {Comment} first ON first.id = follow.thread_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS number FROM (
            SELECT FROM {Comment} comment
            WHERE comment.discussion_id = follow.discussion_id AND comment.changed_in > follow.seen_version
            AND comment.appeared_in > follow.seen_version AND comment.status = 'PUBLISHED'
            AND comment.author_id <> %(reader)s
            AND (follow.thread_id IS NULL OR follow.thread_id IN (comment.thread_id, comment.id))
            AND NOT EXISTS (
                SELECT FROM {IgnoredPerson} ignored
                WHERE ignored.reader_id = %(reader)s AND ignored.person_id = comment.author_id
            )
            LIMIT %(most)s
        ) counted
    ) new
    WHERE follow.reader_id = %(reader)s AND follow.is_on AND follow.id < %(before)s
    ORDER BY follow.id DESC LIMIT %(limit)s
    """.format(  # noqa: S608 - the names of our own tables
    **{
        model.__name__: model._meta.db_table
        for model in (Follow, Discussion, Comment, IgnoredPerson)
    }
)


def followed(reader: User, *, after: str = "", here: str = "") -> Followed:
    """What `reader` follows, from `after` on; `here` is the page's address. One query.

    Raises `CursorNotUnderstood`.
    """
    before = read_cursor(after, int)[0] if after else 2**63 - 1
    with connection.cursor() as cursor:
        given = {
            "reader": reader.pk,
            "before": before,
            "most": NEW_AT_MOST + 1,
            "limit": FOLLOWS_ON_A_PAGE + 1,
        }
        cursor.execute(_FOLLOWED, given)
        rows = cursor.fetchall()
    shown = rows[:FOLLOWS_ON_A_PAGE]
    has_more = len(rows) > FOLLOWS_ON_A_PAGE
    return Followed(
        places=[_place(*row) for row in shown],
        most_counted=NEW_AT_MOST,
        is_first_page=not after,
        next_url=f"{here}?after={write_cursor(shown[-1][0])}" if has_more else None,
    )


def _place(
    pk: int,
    key: str,
    title: str,
    page_state: str,
    thread_id: int | None,
    source: str | None,
    status: str | None,
    followed_at: datetime,
    new_comments: int,
) -> FollowedPlace:
    return FollowedPlace(
        id=pk,
        key=key,
        title=title,
        thread_id=thread_id,
        words=excerpt(source) if source and status == "PUBLISHED" else "",
        followed_at=followed_at,
        new_comments=new_comments,
        is_there=page_state != PageState.GONE,
    )
