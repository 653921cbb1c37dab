from datetime import datetime, timedelta

from broadsheet.core.events import publish
from broadsheet.discussion.events import DiscussionOpened
from broadsheet.discussion.models import Discussion, PageState
from broadsheet.discussion.options import CLOSE_AFTER_DAYS


def open_discussion(*, key: str, title: str, url: str, at: datetime) -> Discussion:
    """Open the discussion about `key`, or note that its page is there and takes comments (again).

    `url` is the address of the page it stands under. A new discussion closes by itself after as many days
    as the newsroom has set. What staff have closed stays closed. Publishes `DiscussionOpened` for a new
    one, and for one whose page took no comments before.
    """
    page = {"title": title[:255], "url": url, "page_state": PageState.TAKES_COMMENTS}
    closes_at = at + timedelta(days=CLOSE_AFTER_DAYS.value) if CLOSE_AFTER_DAYS.value else None
    discussion, is_new = Discussion.objects.get_or_create(
        key=key, defaults={**page, "opened_at": at, "closes_at": closes_at}
    )
    if is_new or discussion.page_state != PageState.TAKES_COMMENTS:
        publish(DiscussionOpened(discussion_id=discussion.pk))
    if not is_new:
        Discussion.objects.filter(pk=discussion.pk).update(**page)
        discussion.refresh_from_db()
    return discussion
