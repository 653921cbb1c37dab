from datetime import datetime, timedelta

from broadsheet.core.events import publish
from broadsheet.discussion.events import DiscussionOpened
from broadsheet.discussion.models import Discussion
from broadsheet.discussion.options import CLOSE_AFTER_DAYS


def open_discussion(*, key: str, title: str, url: str, at: datetime) -> Discussion:
    """Open the discussion about `key`, or note the new title and address of one that exists.

    `url` is the address of the page it stands under. A new discussion closes by itself after as many days as
    the newsroom has set. An existing one stays as open or closed as it is. Publishes `DiscussionOpened`
    for a new one.
    """
    discussion, is_new = Discussion.objects.get_or_create(
        key=key,
        defaults={
            "title": title[:255],
            "url": url,
            "opened_at": at,
            "closes_at": at + timedelta(days=CLOSE_AFTER_DAYS.value)
            if CLOSE_AFTER_DAYS.value
            else None,
        },
    )
    if is_new:
        publish(DiscussionOpened(discussion_id=discussion.pk))
    elif (discussion.title, discussion.url) != (title[:255], url):
        discussion.title, discussion.url = title[:255], url
        discussion.save(update_fields=["title", "url"])
    return discussion
