import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from broadsheet.publishing.addresses import full_address
from broadsheet.publishing.models import Article, Photo, Section

from .language import direction_of
from .masthead import PageLink
from .photo_view import PhotoView, photo_view

# What would end a script element, or be read as one (HTML Standard, 4.12.1.3).
UNSAFE_IN_A_SCRIPT = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@dataclass(frozen=True, kw_only=True)
class ArticlePage:
    """What `publishing/article.html` is given besides the article's body.

    `address` and `picture` are full addresses, for other sites. `structured_data` is a schema.org
    NewsArticle as JSON-LD, safe inside a script element.
    """

    key: str
    headline: str
    attribution: str
    standfirst: str
    language: str
    direction: str
    section: PageLink | None
    bylines: list[str]
    published_at: datetime
    lead: PhotoView | None
    tags: list[str]
    address: str
    picture: str
    structured_data: SafeString


def article_page(article: Article, *, paper: str) -> ArticlePage:
    """Everything around the body of `article`, as it appears in the newspaper called `paper`.

    Eight queries at most, whatever the length of the body, whose photos are loaded on the way.
    """
    _load_photos_of(article.body)
    section = Section.objects.filter(path=article.path[: -Article.steplen]).first()
    bylines = [link.byline.name for link in article.byline_links.select_related("byline")]
    lead = _lead_of(article)
    address = full_address(article.url or "")
    picture = full_address(lead.src) if lead else ""
    return ArticlePage(
        key=article.key,
        headline=article.title,
        attribution=article.attribution,
        standfirst=article.standfirst,
        language=article.language,
        direction=direction_of(article.language),
        section=PageLink(title=section.title, url=section.url or "") if section else None,
        bylines=bylines,
        published_at=article.published_at,
        lead=lead,
        tags=sorted(tag.name for tag in article.tags.all()),
        address=address,
        picture=picture,
        structured_data=_structured_data(
            article, bylines=bylines, section=section, address=address, picture=picture, paper=paper
        ),
    )


def _lead_of(article: Article) -> PhotoView | None:
    if article.lead_photo is None:
        return None
    return photo_view(article.lead_photo, caption=article.lead_caption)


def _load_photos_of(body: StreamValue) -> None:
    photos: list[Photo | None] = []  # None for one that was deleted
    for block in body:
        if block.block_type == "figure":
            photos.append(block.value["photo"])
        elif block.block_type == "gallery":
            photos.extend(figure["photo"] for figure in block.value["figures"])
    prefetch_related_objects([photo for photo in photos if photo], "renditions")


def _structured_data(
    article: Article,
    *,
    bylines: list[str],
    section: Section | None,
    address: str,
    picture: str,
    paper: str,
) -> SafeString:
    """Say `article` in the words of https://schema.org/NewsArticle."""
    publisher = {"@type": "NewsMediaOrganization", "name": paper, "url": full_address("/")}
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.standfirst,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": article.published_at.isoformat(),
        "dateModified": (article.last_published_at or article.published_at).isoformat(),
        "inLanguage": article.language or settings.LANGUAGE_CODE,
        "articleSection": section.title if section else "",
        "image": picture,
        "author": [{"@type": "Person", "name": name} for name in bylines] or publisher,
        "publisher": publisher,
    }
    words = json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)
    # Inside a script element, entities are not read: nothing but these characters can end it.
    return mark_safe(words.translate(UNSAFE_IN_A_SCRIPT))  # noqa: S308
