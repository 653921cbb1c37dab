"""The only place where Wagtail's and Django's signals are heard; each becomes one of our events, or a job."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from broadsheet.core.events import publish

from . import tasks
from .events import ArticlePublished, ArticleUnpublished
from .models import Article, Photo


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
