"""What pages that know of a discussion may show of it, in their own templates.

`{% discussion_under "article:12" %}` shows the discussion under a page; `{% comment_counts keys as counts %}`
and `counts|of_key:"article:12"` say how much there is to read.
"""

from collections.abc import Collection
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext

from broadsheet.discussion import queries
from broadsheet.discussion.models import Discussion

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


@register.filter
def signed(number: int) -> str:
    """`number` with a minus sign, not a hyphen, if it is below 0."""
    return str(number).replace("-", "−")


@register.inclusion_tag("discussion/discussion.html", takes_context=True)
def discussion_under(context: template.RequestContext, key: str) -> dict[str, Any]:
    """Show the first page of the discussion about `key`, or the page its query asks for; nothing without one.

    `sort` and `after` come from the address of the page it stands in. Costs what `discussion_page` costs,
    and a query for the discussion.
    """
    discussion = Discussion.objects.filter(key=key).first()
    if discussion is None:
        return {"page": None}
    query = context["request"].GET
    page = queries.discussion_page(
        discussion,
        sort=query.get("sort", ""),
        after=query.get("after", ""),
        here=context["request"].path,
        at=timezone.now(),
    )
    return {"page": page, "request": context["request"]}


@register.simple_tag
def comment_counts(keys: Collection[str]) -> dict[str, int]:
    """How many comments there are about each of `keys`. One query."""
    return queries.comment_counts(keys)


@register.filter
def of_key(counts: dict[str, int], key: str) -> int:
    """The count in `counts` of the discussion about `key`; 0 without one."""
    return counts.get(key, 0)
