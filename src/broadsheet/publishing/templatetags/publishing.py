"""What the newspaper's templates ask the queries for.

Wagtail hands a template its `page`; these tags hand it what our query answers about that page. A block
forgets at its end what it was told, so an answer is kept for the whole rendering: asking twice is free.
"""

from collections.abc import Callable
from typing import TypeVar

from django import template
from django.template import Context, RequestContext

from broadsheet.core.shared import declare
from broadsheet.publishing import queries, shows
from broadsheet.publishing.models import Article, FrontPage, Photo, Section

register = template.Library()

Answer = TypeVar("Answer")


@register.simple_tag
def masthead() -> queries.Masthead:
    """`{% masthead as paper %}`: the newspaper's name and the ways into it. Three queries."""
    return queries.masthead()


@register.simple_tag(takes_context=True)
def front_page(context: RequestContext, page: FrontPage) -> queries.FrontPageView:
    """`{% front_page page as front %}`: the newest articles, from the cursor in the address."""
    declare(context["request"], shows.LISTINGS)
    after = _cursor(context)
    return _once(context, "front_page", lambda: queries.front_page(page, after=after))


@register.simple_tag(takes_context=True)
def section_page(context: RequestContext, page: Section) -> queries.SectionPage:
    """`{% section_page page as section %}`: its newest articles, from the cursor in the address."""
    declare(context["request"], shows.LISTINGS)
    after = _cursor(context)
    return _once(context, "section_page", lambda: queries.section_page(page, after=after))


@register.simple_tag(takes_context=True)
def article_page(context: Context, page: Article) -> queries.ArticlePage:
    """`{% article_page page as article %}`: everything around its body."""
    declare(context["request"], page.key)
    paper = context["paper"].name
    return _once(context, "article_page", lambda: queries.article_page(page, paper=paper))


@register.simple_tag
def photo_view(photo: Photo, caption: str = "", alt: str = "") -> queries.PhotoView:
    """`{% photo_view value.photo caption alt as photo %}`: a photo in its sizes."""
    return queries.photo_view(photo, caption=caption, alt=alt)


def _cursor(context: RequestContext) -> str:
    return str(context["request"].GET.get("after", ""))


def _once(context: Context, name: str, ask: Callable[[], Answer]) -> Answer:
    kept = context.render_context
    if name not in kept:
        kept[name] = ask()
    answer: Answer = kept[name]
    return answer
