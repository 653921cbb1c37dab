"""An article as it is announced on the front page and in its section."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q

from broadsheet.core.pages import CursorNotUnderstood, moment_to_cursor, read_cursor, write_cursor
from broadsheet.publishing.models import Article, Section
from broadsheet.publishing.models.article import ArticleQuerySet

from .language import direction_of
from .masthead import PageLink
from .photo_view import PhotoView, photo_view

ARTICLES_ON_A_PAGE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Teaser:
    """What `publishing/teaser.html` is given. `key` is what others keep about the article."""

    key: str
    url: str
    headline: str
    attribution: str
    standfirst: str
    language: str
    direction: str
    section: PageLink | None
    bylines: list[str]
    published_at: datetime
    photo: PhotoView | None


@dataclass(frozen=True, kw_only=True)
class TeaserPage:
    """One page of teasers, the newest first; `older_url` is None on the last."""

    teasers: list[Teaser]
    is_first_page: bool
    older_url: str | None

    @property
    def keys(self) -> list[str]:
        """The articles' keys, to ask others about all of them at once."""
        return [teaser.key for teaser in self.teasers]


def teaser_page(articles: ArticleQuerySet, *, after: str) -> TeaserPage:
    """The newest of `articles` after the cursor `after`. Six queries, however many articles there are.

    Raises `CursorNotUnderstood`.
    """
    beyond = _beyond(after) if after else Q()
    found = list(
        articles.live()
        .public()
        .filter(beyond)
        .newest_first()
        .with_listing()[: ARTICLES_ON_A_PAGE + 1]
    )
    shown = found[:ARTICLES_ON_A_PAGE]
    return TeaserPage(
        teasers=_teasers(shown),
        is_first_page=not after,
        older_url=f"?after={_cursor_after(shown[-1])}" if len(found) > len(shown) else None,
    )


def _teasers(articles: Sequence[Article]) -> list[Teaser]:
    parents = {_parent_path(article) for article in articles}
    sections = {section.path: section for section in Section.objects.filter(path__in=parents)}
    return [_teaser(article, sections.get(_parent_path(article))) for article in articles]


def _teaser(article: Article, section: Section | None) -> Teaser:
    return Teaser(
        key=article.key,
        url=article.url or "",
        headline=article.title,
        attribution=article.attribution,
        standfirst=article.standfirst,
        language=article.language,
        direction=direction_of(article.language),
        section=PageLink(title=section.title, url=section.url or "") if section else None,
        bylines=[link.byline.name for link in article.byline_links.all()],
        published_at=article.published_at,
        photo=photo_view(article.lead_photo) if article.lead_photo else None,
    )


def _parent_path(article: Article) -> str:
    return str(article.path[: -Article.steplen])


def _cursor_after(article: Article) -> str:
    return write_cursor(moment_to_cursor(article.published_at), article.pk)


def _beyond(cursor: str) -> Q:
    microseconds, article_id = read_cursor(cursor, int, int)
    try:
        moment = EPOCH + timedelta(microseconds=int(microseconds))
    except OverflowError:
        raise CursorNotUnderstood from None
    return Q(published_at__lt=moment) | Q(published_at=moment, pk__lt=article_id)
