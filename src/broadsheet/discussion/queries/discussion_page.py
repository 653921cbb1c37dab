from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlencode

from django.db import connection
from django.urls import reverse
from django.utils.functional import Promise

from broadsheet.core.errors import NotFound
from broadsheet.core.statements import Statement
from broadsheet.discussion.models import Discussion, PageState
from broadsheet.discussion.ranking import SORTS, Sort, sort_named
from broadsheet.discussion.words import thread_path

from .comment_form_view import WithCommentForm, comment_form_fields
from .comment_rows import TABLE, CommentRow, chosen_comments
from .comment_view import CommentView, comment_views, in_tree_order

THREADS_ON_A_PAGE = 20
REPLIES_AT_FIRST = 4
PINNED_AT_MOST = 10
ADDRESSES_KEPT = 1_000


@dataclass(frozen=True, kw_only=True)
class SortLink:
    """One way to order the threads, and where it leads."""

    name: str
    label: str | Promise
    url: str
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class ThreadView:
    """A thread's first comment and its first replies in tree order.

    `more_replies` more are behind `more_url`, the thread's own page after what is shown here.
    """

    first: CommentView
    replies: list[CommentView]
    more_replies: int
    more_url: str


@dataclass(frozen=True, kw_only=True)
class DiscussionPage(WithCommentForm):
    """What `discussion/discussion.html` is given: one page of threads and what stands around them.

    `here` is the address whose query carries sort and cursor: the article, or the discussion's own page.
    `post_url` takes new comments; `next_url` is None on the last page.
    """

    key: str
    version: int
    title: str
    page_url: str
    here: str
    is_open: bool
    comment_count: int
    thread_count: int
    sorts: list[SortLink]
    sort: str
    threads: list[ThreadView]
    is_first_page: bool
    next_url: str | None
    overlay_url: str
    all_url: str
    hottest_url: str
    most_reacted_url: str

    @property
    def is_empty(self) -> bool:
        """Whether nobody has said anything yet."""
        return not self.comment_count

    @property
    def has_replies(self) -> bool:
        """Whether anybody has answered anybody, so that there is a hottest thread."""
        return self.comment_count > self.thread_count or any(
            thread.replies for thread in self.threads
        )

    @property
    def has_votes(self) -> bool:
        """Whether anybody on this page was voted on, so that there is a most reacted thread."""
        shown = (comment for thread in self.threads for comment in (thread.first, *thread.replies))
        return any(comment.up_votes or comment.down_votes for comment in shown)


_NAMED = Statement(
    "SELECT {discussion} FROM {Discussion} discussion WHERE key = %s AND page_state <> %s",
    discussion=Discussion,
)


def discussion_named(key: str) -> Discussion:
    """The discussion about `key`. Raises `NotFound`, also where its page is not there any more."""
    found = _NAMED.first(key, PageState.GONE)
    if found is None:
        raise NotFound
    discussion: Discussion = found[0]
    return discussion


def discussion_page(
    discussion: Discussion, *, sort: str = "", after: str = "", here: str = "", at: datetime
) -> DiscussionPage:
    """One page of threads of `discussion` for everybody, in the order named `sort`, from the cursor `after`.

    Three queries for a first page, two for a later one; the cost does not grow with the discussion.
    Raises `CursorNotUnderstood`.
    """
    order = sort_named(sort)
    here = here or reverse("discussion:discussion_page", args=[discussion.key])
    thread_ids, next_cursor = _threads_after(discussion, order, after)
    if not after:
        thread_ids = [*_pinned(discussion), *thread_ids]
    next_url = (
        f"{here}?{urlencode({'sort': order.name, 'after': next_cursor})}" if next_cursor else None
    )
    return DiscussionPage(
        key=discussion.key,
        version=discussion.version,
        title=discussion.title,
        page_url=discussion.url,
        here=here,
        is_open=discussion.is_open(at=at),
        comment_count=discussion.comment_count,
        thread_count=discussion.thread_count,
        sorts=[
            SortLink(
                name=one.name,
                label=one.label,
                url=f"{here}?sort={one.name}",
                is_current=one is order,
            )
            for one in SORTS
        ],
        sort=order.name,
        threads=_threads(thread_ids),
        is_first_page=not after,
        next_url=next_url,
        **comment_form_fields(discussion.key),
        **_addresses(discussion.key),
    )


@lru_cache(maxsize=ADDRESSES_KEPT)
def _addresses(key: str) -> dict[str, str]:
    names = {
        "overlay_url": "overlay",
        "all_url": "whole_discussion",
        "hottest_url": "hottest_thread",
        "most_reacted_url": "most_reacted_thread",
    }
    return {field: reverse(f"discussion:{name}", args=[key]) for field, name in names.items()}


# The conditions of the partial indexes on threads: one index for each order, and one for the pinned.
_THREADS = f"""
SELECT id, {{field}} FROM {TABLE}
WHERE discussion_id = %(discussion)s AND parent_id IS NULL AND is_shown AND pinned_at IS NULL {{beyond}}
ORDER BY {{order_by}} LIMIT {THREADS_ON_A_PAGE + 1}
"""  # noqa: S608 - the names of our own tables and columns

_PINNED = f"""
SELECT id FROM {TABLE} WHERE discussion_id = %(discussion)s AND is_shown AND pinned_at IS NOT NULL
ORDER BY pinned_at DESC, id DESC LIMIT {PINNED_AT_MOST}
"""  # noqa: S608 - the name of our own table

# Some threads' first comments, and the first few replies of each by id: a tree by construction, however deep.
_WITH_FIRST_REPLIES = f"""
SELECT unnest(%(threads)s::bigint[])
UNION ALL
SELECT reply.id FROM unnest(%(threads)s::bigint[]) AS wanted (id)
CROSS JOIN LATERAL (
    SELECT one.id FROM {TABLE} AS one
    WHERE one.thread_id = wanted.id AND one.is_shown
    ORDER BY one.id LIMIT {REPLIES_AT_FIRST}
) AS reply
"""  # noqa: S608 - the name of our own table


def _threads_after(discussion: Discussion, order: Sort, after: str) -> tuple[list[int], str | None]:
    """The ids of the next threads, and the cursor to what follows them."""
    statement = _THREADS.format(
        field=order.field,
        beyond=f"AND {order.beyond}" if after else "",
        order_by=order.order_by,
    )
    with connection.cursor() as cursor:
        bound = order.after(after) if after else {}
        cursor.execute(statement, {"discussion": discussion.pk, **bound})
        found = cursor.fetchall()
    ids = [pk for pk, _value in found[:THREADS_ON_A_PAGE]]
    if len(found) <= THREADS_ON_A_PAGE:
        return ids, None
    last_id, last_value = found[THREADS_ON_A_PAGE - 1]
    return ids, order.cursor_after(last_value, last_id)


def _pinned(discussion: Discussion) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_PINNED, {"discussion": discussion.pk})
        return [pk for (pk,) in cursor.fetchall()]


def _threads(thread_ids: list[int]) -> list[ThreadView]:
    """The threads with these ids, in this order. One query."""
    if not thread_ids:
        return []
    rows = chosen_comments(_WITH_FIRST_REPLIES, {"threads": thread_ids})
    views = {view.id: view for view in comment_views(rows)}
    firsts: dict[int, CommentRow] = {}
    replies: dict[int, list[CommentRow]] = {}
    for row in rows:
        if row.thread_id is None:
            firsts[row.id] = row
        else:
            replies.setdefault(row.thread_id, []).append(row)
    return [
        _thread_view(firsts[pk], replies.get(pk, []), views) for pk in thread_ids if pk in firsts
    ]


def _thread_view(
    first: CommentRow, replies: list[CommentRow], views: dict[int, CommentView]
) -> ThreadView:
    after = f"?after={replies[-1].id}" if replies else ""
    return ThreadView(
        first=views[first.id],
        replies=[views[reply.id] for reply in in_tree_order(replies)],
        more_replies=max(first.reply_count - len(replies), 0),
        more_url=f"{thread_path(first.id)}{after}",
    )
