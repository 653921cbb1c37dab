import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from broadsheet.publishing.models import (
    Article,
    ArticleByline,
    FrontPage,
    Section,
    StandingPage,
)

from .free_slug import free_slug


@dataclass(frozen=True, kw_only=True)
class RestoredBlock:
    """A part of a body: the name of a block of `BodyBlock`, its value as stored, and its id."""

    type: str
    value: Any
    id: str


@dataclass(frozen=True, kw_only=True)
class RestoredArticle:
    """An article as it was elsewhere. What is not `is_live` is a draft only the newsroom sees."""

    slug: str
    headline: str
    body: Sequence[RestoredBlock]
    published_at: datetime
    modified_at: datetime
    is_live: bool
    takes_comments: bool = True
    attribution: str = ""
    standfirst: str = ""
    language: str = ""
    lead_photo_id: int | None = None
    byline_ids: Sequence[int] = ()
    tags: Sequence[str] = ()


@transaction.atomic
def restore_article(*, parent: FrontPage | Section, article: RestoredArticle) -> Article:
    """Write down an article as it was elsewhere, below `parent`; tells nobody.

    Where its address is taken, a number is added to it.
    """
    page = Article(
        **_page_fields(parent, article),
        attribution=article.attribution,
        standfirst=article.standfirst,
        lead_photo_id=article.lead_photo_id,
        published_at=article.published_at,
        takes_comments=article.takes_comments,
        language=article.language,
    )
    page.byline_links = [
        ArticleByline(byline_id=byline_id, sort_order=order)
        for order, byline_id in enumerate(article.byline_ids)
    ]
    page.tags.add(*article.tags)
    added: Article = parent.add_child(instance=page)
    return added


@transaction.atomic
def restore_standing_page(*, parent: FrontPage, article: RestoredArticle) -> StandingPage:
    """Write down a page that is no article ("About us"), of which only title and body count."""
    added: StandingPage = parent.add_child(instance=StandingPage(**_page_fields(parent, article)))
    return added


def _page_fields(parent: FrontPage | Section, article: RestoredArticle) -> dict[str, Any]:
    blocks = [{"type": block.type, "value": block.value, "id": block.id} for block in article.body]
    return {
        "title": article.headline,
        "slug": free_slug(article.slug, parent=parent),
        "body": json.dumps(blocks),
        "live": article.is_live,
        "has_unpublished_changes": not article.is_live,
        "first_published_at": article.published_at if article.is_live else None,
        "last_published_at": article.modified_at if article.is_live else None,
        "latest_revision_created_at": article.modified_at,
    }
