from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from broadsheet.core.errors import NotFound
from broadsheet.core.pages import CursorNotUnderstood
from broadsheet.discussion.models import Comment

from .comment_form_view import WithCommentForm, comment_form_fields
from .comment_view import CommentView, comment_view, in_tree_order

REPLIES_ON_A_PAGE = 100


@dataclass(frozen=True, kw_only=True)
class ThreadPage(WithCommentForm):
    """What `discussion/thread_page.html` is given: one thread, or a further stretch of it.

    `more_replies` is how many follow; `next_url` is None if none do.
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

    Two queries, or three where more follow. Raises `NotFound`, `CursorNotUnderstood`.
    """
    first = (
        Comment.objects.filter(pk=thread_id)
        .first_of_thread()
        .shown()
        .with_people()
        .on_a_page()
        .first()
    )
    if first is None:
        raise NotFound
    if after and not (after.isascii() and after.isdigit() and len(after) < 19):  # noqa: PLR2004 - of a bigint
        raise CursorNotUnderstood
    following = Comment.objects.filter(thread=first, pk__gt=int(after or 0)).shown()
    replies = list(following.order_by("id").with_people()[: REPLIES_ON_A_PAGE + 1])
    more = 0
    if len(replies) > REPLIES_ON_A_PAGE:
        replies.pop()
        more = following.filter(pk__gt=replies[-1].pk).count()
    address = reverse("discussion:thread_page", args=[first.pk])
    return ThreadPage(
        key=first.discussion.key,
        version=first.discussion.version,
        title=first.discussion.title,
        page_url=first.discussion.url,
        overlay_url=reverse("discussion:overlay", args=[first.discussion.key]),
        is_open=first.discussion.is_open(at=at) and first.thread_closed_at is None,
        first=comment_view(first),
        replies=[comment_view(reply) for reply in in_tree_order(replies)],
        is_first_page=not after,
        more_replies=more,
        next_url=f"{address}?after={replies[-1].pk}" if more else None,
        **comment_form_fields(first.discussion.key),
    )
