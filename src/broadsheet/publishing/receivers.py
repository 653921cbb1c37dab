"""The only place where Wagtail's and Django's signals are heard; each becomes one of our events, or a job."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from broadsheet.core.events import publish

from . import tasks
from .events import ArticlePublished, ArticleUnpublished, PaperChanged
from .models import Article, Byline, FrontPage, Photo, Section, StandingPage


@receiver(page_published, sender=Article)
def tell_that_an_article_is_live(*, instance: Article, **_signal: Any) -> None:
    """Publish `ArticlePublished`."""
    publish(
        ArticlePublished(
            article_id=instance.pk,
            key=instance.key,
            title=instance.title,
            url=instance.url,
            takes_comments=instance.takes_comments,
        )
    )


@receiver(page_unpublished, sender=Article)
def tell_that_an_article_is_gone(*, instance: Article, **_signal: Any) -> None:
    """Publish `ArticleUnpublished`."""
    publish(ArticleUnpublished(article_id=instance.pk, key=instance.key))


@receiver(post_save, sender=Photo)
def have_its_sizes_made(*, instance: Photo, **_signal: Any) -> None:
    """Defer `make_renditions` in the same transaction: no page may make a size while it is read."""
    tasks.make_renditions.defer(photo_id=instance.pk)


SHOWN_ANYWHERE = (
    FrontPage,
    Section,
    StandingPage,
    Byline,
    Photo,
    Photo.get_rendition_model(),
    Redirect,
    Site,
    PageViewRestriction,
)


def tell_that_the_paper_changed(**_signal: Any) -> None:
    """Publish `PaperChanged`. Told more than once in a transaction, PostgreSQL tells it once."""
    publish(PaperChanged())


post_page_move.connect(tell_that_the_paper_changed)
for model in SHOWN_ANYWHERE:
    post_save.connect(tell_that_the_paper_changed, sender=model)
    post_delete.connect(tell_that_the_paper_changed, sender=model)
