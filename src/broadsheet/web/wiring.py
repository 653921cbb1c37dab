"""Where the apps that do not know each other meet, and nowhere else. Read it as a list: when this, then that.

Pages meet in the templates of `web/templates/`, which extend the apps' own of the same name.
"""

from django.utils import timezone

from broadsheet.core.events import subscribe
from broadsheet.discussion import commands as discussion
from broadsheet.publishing.events import ArticlePublished, ArticleUnpublished


@subscribe(ArticlePublished)
def keep_its_discussion(event: ArticlePublished) -> None:
    """An article is live: readers may discuss it, unless the newsroom has said otherwise."""
    if event.takes_comments:
        discussion.open_discussion(
            key=event.key, title=event.title, url=event.url, at=timezone.now()
        )
    else:
        discussion.end_discussion(key=event.key)


@subscribe(ArticleUnpublished)
def hide_its_discussion(event: ArticleUnpublished) -> None:
    """An article is taken off the site: so is what was said under it, until the article is back."""
    discussion.hide_discussion(key=event.key)
