"""The part of an address that is still free among the pages beside it."""

from itertools import chain, count

from django.utils.text import slugify
from wagtail.models import Page

LENGTH = 200


def free_slug(wanted: str, *, parent: Page) -> str:
    """`wanted`, or `wanted` with the first number that no page below `parent` has taken."""
    slug = slugify(wanted, allow_unicode=True)[:LENGTH] or "page"
    siblings = parent.get_children()
    candidates = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(found for found in candidates if not siblings.filter(slug=found).exists())
