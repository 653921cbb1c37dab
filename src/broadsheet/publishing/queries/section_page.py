from collections.abc import Iterable
from dataclasses import dataclass

from broadsheet.publishing.models import Article, Section

from .masthead import PageLink
from .teaser import TeaserPage, teaser_page


@dataclass(frozen=True, kw_only=True)
class SectionPage:
    """What `publishing/section.html` is given. `parents` are the sections it stands in, the outermost first."""

    title: str
    introduction: str
    parents: list[PageLink]
    sections: list[PageLink]
    listing: TeaserPage


def section_page(section: Section, *, after: str = "") -> SectionPage:
    """The newest articles of `section` and of those inside it, 20 on a page, from the cursor `after`.

    Eight queries. Raises `CursorNotUnderstood`.
    """
    return SectionPage(
        title=section.title,
        introduction=section.introduction,
        parents=_links(Section.objects.ancestor_of(section).order_by("path")),
        sections=_links(Section.objects.child_of(section).live().order_by("path")),
        listing=teaser_page(Article.objects.descendant_of(section), after=after),
    )


def _links(sections: Iterable[Section]) -> list[PageLink]:
    return [PageLink(title=one.title, url=one.url or "") for one in sections]
