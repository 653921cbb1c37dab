from datetime import datetime, timedelta

from django.db import transaction

from broadsheet.core.events import publish
from broadsheet.discussion.events import DiscussionMoved, DiscussionOpened
from broadsheet.discussion.models import Discussion, PageState
from broadsheet.discussion.options import CLOSE_AFTER_DAYS


@transaction.atomic
def open_discussion(*, key: str, title: str, url: str, at: datetime) -> Discussion:
    """Open the discussion about `key`, or note that its page is there and takes comments (again).

    `url` is the address of the page it stands under. A new discussion closes by itself after as many days
    as the newsroom has set. What staff have closed stays closed. Publishes `DiscussionOpened` for a new
    one, and for one whose page took no comments before; `DiscussionMoved` where only title or address change.
    """
    title = title[:255]
    closes_at = at + timedelta(days=CLOSE_AFTER_DAYS.value) if CLOSE_AFTER_DAYS.value else None
    discussion, is_new = Discussion.objects.select_for_update(no_key=True).get_or_create(
        key=key,
        defaults={
            "title": title,
            "url": url,
            "opened_at": at,
            "closes_at": closes_at,
            "version": 1,
        },
    )
    takes_comments_again = discussion.page_state != PageState.TAKES_COMMENTS
    is_moved = (discussion.title, discussion.url) != (title, url)
    if not is_new:
        discussion.title, discussion.url = title, url
        discussion.page_state = PageState.TAKES_COMMENTS
        discussion.version += takes_comments_again
        discussion.save(update_fields=["title", "url", "page_state", "version"])
    if is_new or takes_comments_again:
        publish(DiscussionOpened.about(discussion))
    elif is_moved:
        publish(DiscussionMoved.about(discussion))
    return discussion
