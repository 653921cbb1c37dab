"""What keeps an open page up to date: `{% live page %}`."""

from typing import Any

from django import template
from django.urls import reverse

from broadsheet.discussion.queries import CommentPage, DiscussionPage, ThreadPage

register = template.Library()

# Numbers that between them show every plural form of every language (Unicode CLDR, "Language Plural Rules"):
# Arabic has the most, with forms of their own for 1, 2, 3 to 10, 11 to 99, and 100.
PLURAL_SAMPLES = (1, 2, 3, 5, 11, 100)


@register.inclusion_tag("discussion/live.html")
def live(page: DiscussionPage | ThreadPage | CommentPage) -> dict[str, Any]:
    """Show what is new in the discussion of `page`, once it is; nothing without JavaScript."""
    return {
        "src": reverse("discussion:discussion_page", args=[page.key]),
        "version": page.version,
        "samples": PLURAL_SAMPLES,
    }
