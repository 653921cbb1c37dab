"""The only place where Wagtail's signals are heard; each becomes one of our events."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from broadsheet.core.events import publish

from .events import ArticlePublished, ArticleUnpublished
from .models import Article


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
