"""`{% discussion_under "article:12" %}`: the discussion under a page, in the page's own template."""

from typing import Any

from django import template
from django.utils import timezone

from broadsheet.discussion import queries
from broadsheet.discussion.models import Discussion

register = template.Library()


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
