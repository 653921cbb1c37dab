"""The part of an address that is still free among the pages beside it."""

from itertools import chain, count

from django.urls import Resolver404, resolve
from django.utils.text import slugify
from wagtail.models import Page

LENGTH = 200


def free_slug(wanted: str, *, parent: Page) -> str:
    """`wanted`, or `wanted` with the first number that nothing below `parent` has taken.

    Below the front page that includes what is no page: the desk, the media, a discussion.
    """
    slug = slugify(wanted, allow_unicode=True)[:LENGTH] or "page"
    siblings = parent.get_children()
    candidates = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(
        found
        for found in candidates
        if not siblings.filter(slug=found).exists()
        and not (parent.is_site_root() and _is_reserved(found))
    )


def _is_reserved(slug: str) -> bool:
    """Whether an address that begins with `slug` leads to something else than pages."""
    return any(_leads_elsewhere(path) for path in (f"/{slug}", f"/{slug}/", f"/{slug}/x/"))


def _leads_elsewhere(path: str) -> bool:
    try:
        return resolve(path).view_name != "wagtail_serve"
    except Resolver404:
        return False
