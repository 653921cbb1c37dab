from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from broadsheet.publishing.addresses import full_address
from broadsheet.publishing.models import FrontPage, Section, StandingPage


@dataclass(frozen=True, kw_only=True)
class PageLink:
    """A page's title and where it is."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """What stands around every page: the paper's name, and the ways into it.

    `address` is the scheme and host under which readers know it, without a slash at the end.
    """

    name: str
    motto: str
    home_url: str
    address: str
    sections: list[PageLink]
    standing_pages: list[PageLink]


def masthead() -> Masthead:
    """The newspaper's name, motto, sections and standing pages. Three queries."""
    address = full_address("/").rstrip("/")
    front = FrontPage.objects.filter(sites_rooted_here__is_default_site=True).first()
    if front is None:
        name = str(settings.WAGTAIL_SITE_NAME)
        return Masthead(
            name=name, motto="", home_url="/", address=address, sections=[], standing_pages=[]
        )
    children = list(
        Page.objects.child_of(front).live().public().type(Section, StandingPage).order_by("path")
    )
    return Masthead(
        name=front.title,
        motto=front.motto,
        home_url=front.url or "/",
        address=address,
        sections=_links(children, Section),
        standing_pages=_links(children, StandingPage),
    )


def _links(pages: list[Page], kind: type[Page]) -> list[PageLink]:
    return [
        PageLink(title=page.title, url=page.url or "")
        for page in pages
        if page.specific_class is kind
    ]
