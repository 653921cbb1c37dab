"""What pages that know of a discussion may show of it, in their own templates.

`{% discussion_under "article:12" %}` shows the discussion under a page; `{% comment_counts keys as counts %}`
and `counts|of_key:"article:12"` say how much there is to read.
"""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from broadsheet.accounts.models import User
from broadsheet.core.shared import can_include, declare, leave_out
from broadsheet.discussion import furniture, queries, shows
from broadsheet.discussion.models import Discussion, PageState
from broadsheet.discussion.queries import (
    CommentPage,
    CommentView,
    DiscussionPage,
    ThreadPage,
    ThreadView,
)

register = template.Library()

THOUSAND = 1_000
MILLION = 1_000_000


@register.filter
def exact(number: int) -> str:
    """`number` in full, its thousands apart as the language has it: 12,345."""
    return str(number_format(number, force_grouping=True))


@register.filter
def compact(number: int) -> str:
    """`number` in three figures at most, never more than it is: 999, 12.3k, 1.5m."""
    if number < THOUSAND:
        return str(number)
    size, sign = (MILLION, gettext("%sm")) if number >= MILLION else (THOUSAND, gettext("%sk"))
    whole = number // size
    if whole >= 100:  # noqa: PLR2004 - three figures
        return sign % whole
    tenths = number * 10 // size % 10
    return sign % (number_format(f"{whole}.{tenths}", 1) if tenths else whole)


register.filter(furniture.signed)


@register.simple_tag
def comments(*shown: CommentView | Sequence[CommentView]) -> SafeString:
    """Show comments, one by one or in lists: what `discussion/comment.html` makes of each."""
    views = chain.from_iterable([one] if isinstance(one, CommentView) else one for one in shown)
    return _made(furniture.comments_html(views))


@register.simple_tag
def plain_comments(shown: Sequence[CommentView]) -> SafeString:
    """Show comments plainly: what `discussion/plain_comment.html` makes of each."""
    return _made(furniture.plain_comments_html(shown))


@register.simple_tag
def threads(shown: Sequence[ThreadView]) -> SafeString:
    """Show threads: what `discussion/thread.html` makes of each."""
    return _made(furniture.threads_html(shown))


@register.simple_tag
def more_replies(count: int, url: str) -> SafeString:
    """Say how many replies follow, and lead there."""
    return _made(furniture.more_replies_html(furniture.MoreReplies(count, url)))


@register.simple_tag
def sentences() -> SafeString:
    """The sentences that the elements of a discussion say, as its attributes."""
    return _made(furniture.sentences_html())


@register.simple_tag
def join(page: DiscussionPage) -> SafeString:
    """Show the form for a new comment, or say why there is none: what `discussion/join.html` makes of `page`."""
    return _made(furniture.join_html(page))


@register.simple_tag
def elements(page: CommentPage | DiscussionPage | ThreadPage) -> SafeString:
    """Show what our elements need: what `discussion/own_elements.html` makes of `page`."""
    return _made(furniture.elements_html(page))


@register.simple_tag
def live(page: CommentPage | DiscussionPage | ThreadPage) -> SafeString:
    """Show what is new in the discussion of `page`, once it is; nothing without JavaScript."""
    src = reverse("discussion:discussion_page", args=[page.key])
    return _made(furniture.live_html(furniture.LivePart(src, page.version)))


def _made(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - templates made it, and escaped what stands in it


@register.inclusion_tag("discussion/discussion.html", takes_context=True)
def discussion_under(context: template.RequestContext, key: str) -> dict[str, Any]:
    """Show the first page of the discussion about `key`, or the page its query asks for; nothing without one.

    `sort` and `after` come from the address of the page it stands in. Costs what `discussion_page` costs,
    and a query for the discussion. Who puts the page together from parts gets the address of this one.
    """
    request = context["request"]
    declare(request, shows.discussion(key))
    discussion = Discussion.objects.filter(key=key).exclude(page_state=PageState.GONE).first()
    if discussion is None:
        return {"page": None}
    if can_include(request) and discussion.url == request.path:
        return {"part_url": leave_out(request, reverse("discussion:discussion_part", args=[key]))}
    declare(request, shows.threads(key), shows.count(key))
    query = request.GET
    page = queries.discussion_page(
        discussion,
        sort=query.get("sort", ""),
        after=query.get("after", ""),
        here=request.path,
        at=timezone.now(),
    )
    return {"page": page, "request": request}


@register.simple_tag(takes_context=True)
def comment_counts(context: template.RequestContext, keys: Collection[str]) -> dict[str, int]:
    """How many comments there are about each of `keys`. One query."""
    declare(context["request"], *map(shows.count, keys))
    return queries.comment_counts(keys)


@register.simple_tag
def own_numbers(reader: User) -> queries.OwnNumbers:
    """How much `reader` has said, voted on, follows and ignores; for pages about themselves. One query."""
    return queries.own_numbers(reader)


@register.filter
def of_key(counts: dict[str, int], key: str) -> int:
    """The count in `counts` of the discussion about `key`; 0 without one."""
    return counts.get(key, 0)
