from datetime import datetime

from broadsheet.discussion.models import Discussion


def restore_discussion(
    *, key: str, title: str, url: str, opened_at: datetime, closed_at: datetime | None = None
) -> Discussion:
    """Write down a discussion as it was elsewhere, or answer the one about `key`; tells nobody.

    It does not close by itself: whoever imports it decides. `url` is the address of its page.
    """
    discussion, _is_new = Discussion.objects.get_or_create(
        key=key,
        defaults={
            "title": title[:255],
            "url": url,
            "opened_at": opened_at,
            "closed_at": closed_at,
        },
    )
    return discussion
