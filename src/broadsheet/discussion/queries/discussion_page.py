from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.functional import Promise

from broadsheet.core.errors import NotFound
from broadsheet.discussion.models import Comment, Discussion, PageState
from broadsheet.discussion.ranking import SORTS, Sort, sort_named

from .comment_form_view import WithCommentForm, comment_form_fields
from .comment_view import CommentView, comment_view, in_tree_order

THREADS_ON_A_PAGE = 20
REPLIES_AT_FIRST = 4
PINNED_AT_MOST = 10


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


def discussion_named(key: str) -> Discussion:
    """The discussion about `key`. Raises `NotFound`, also where its page is not there any more."""
    discussion = Discussion.objects.filter(key=key).exclude(page_state=PageState.GONE).first()
    if discussion is None:
        raise NotFound
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
    firsts, next_cursor = _threads_after(discussion, order, after)
    if not after:
        firsts = [*_pinned(discussion), *firsts]
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
        threads=_with_replies(firsts),
        is_first_page=not after,
        next_url=next_url,
        **comment_form_fields(discussion.key),
        **_addresses(discussion.key),
    )


def _addresses(key: str) -> dict[str, str]:
    names = {
        "overlay_url": "overlay",
        "all_url": "whole_discussion",
        "hottest_url": "hottest_thread",
        "most_reacted_url": "most_reacted_thread",
    }
    return {field: reverse(f"discussion:{name}", args=[key]) for field, name in names.items()}


def _threads_after(
    discussion: Discussion, order: Sort, after: str
) -> tuple[list[Comment], str | None]:
    beyond = order.after(after) if after else Q()
    firsts = list(
        Comment.objects.in_discussion(discussion)
        .first_of_thread()
        .shown()
        .filter(beyond, pinned_at=None)
        .order_by(*order.ordering())
        .with_people()[: THREADS_ON_A_PAGE + 1]
    )
    if len(firsts) <= THREADS_ON_A_PAGE:
        return firsts, None
    return firsts[:THREADS_ON_A_PAGE], order.cursor_after(firsts[THREADS_ON_A_PAGE - 1])


def _pinned(discussion: Discussion) -> list[Comment]:
    pinned = Comment.objects.in_discussion(discussion).shown().filter(pinned_at__isnull=False)
    return list(pinned.order_by("-pinned_at", "-id").with_people()[:PINNED_AT_MOST])


def _with_replies(firsts: list[Comment]) -> list[ThreadView]:
    replies: dict[int | None, list[Comment]] = {}
    for reply in first_replies([first.pk for first in firsts if first.reply_count]):
        replies.setdefault(reply.thread_id, []).append(reply)
    return [_thread_view(first, replies.get(first.pk, [])) for first in firsts]


def first_replies(thread_ids: list[int]) -> list[Comment]:
    """The first few replies of each thread by id: by construction a tree, whatever their depth. One query."""
    if not thread_ids:
        return []
    table = Comment._meta.db_table
    chosen = RawSQL(  # noqa: S611 - our own table's name and a constant; the ids are a parameter
        f"""
        SELECT reply.id FROM unnest(%s::bigint[]) AS wanted(id)
        CROSS JOIN LATERAL (
            SELECT one.id FROM {table} AS one
            WHERE one.thread_id = wanted.id AND one.is_shown
            ORDER BY one.id LIMIT {REPLIES_AT_FIRST}
        ) AS reply
        """,  # noqa: S608
        [thread_ids],
    )
    return list(Comment.objects.filter(pk__in=chosen).order_by("id").with_people())


def _thread_view(first: Comment, replies: list[Comment]) -> ThreadView:
    ordered = in_tree_order(replies)
    hidden = max(first.reply_count - len(replies), 0)
    more_url = reverse("discussion:thread_page", args=[first.pk])
    if replies:
        more_url += f"?after={replies[-1].pk}"
    return ThreadView(
        first=comment_view(first),
        replies=[comment_view(reply) for reply in ordered],
        more_replies=hidden,
        more_url=more_url,
    )
