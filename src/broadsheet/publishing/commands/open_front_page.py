from django.db import transaction
from wagtail.models import Page, Site

from broadsheet.publishing.models import FrontPage


@transaction.atomic
def open_front_page(*, name: str, motto: str = "") -> FrontPage:
    """Answer the newspaper's front page; without one, make it and put it at the root of the site.

    Wagtail's page of welcome gives way to it. A front page with nothing below it yet takes the `name`; any
    other keeps its own.
    """
    front: FrontPage | None = FrontPage.objects.first()
    if front is None:
        front = _make(name=name, motto=motto)
    elif not front.get_children().exists():
        front.title, front.motto = name[:255], motto[:200]
        front.save()
    return front


def _make(*, name: str, motto: str) -> FrontPage:
    root = Page.objects.get(depth=1)
    front: FrontPage = root.add_child(
        instance=FrontPage(title=name[:255], slug=_free_slug(root), motto=motto[:200])
    )
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=front, is_default_site=True)
        return front
    welcome = site.root_page
    site.root_page = front
    site.save()
    if type(welcome.specific) is Page and not welcome.get_children().exists():
        welcome.delete()
    return front


def _free_slug(root: Page) -> str:
    taken = set(root.get_children().values_list("slug", flat=True))
    return next(slug for slug in ("newspaper", "newspaper-2", "newspaper-3") if slug not in taken)
