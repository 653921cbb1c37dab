from datetime import datetime

from django.db import transaction

from broadsheet.core.events import publish
from broadsheet.discussion.events import DiscussionClosed
from broadsheet.discussion.models import Discussion


@transaction.atomic
def end_discussion(*, key: str, at: datetime) -> None:
    """Take no more comments about `key`, because its page wants none; what was said stays.

    Nobody's judgement, so no moderator and no intervention; staff may reopen it. Nothing happens where there
    is no discussion, or a closed one. Publishes `DiscussionClosed`.
    """
    open_ones = Discussion.objects.select_for_update(no_key=True).filter(key=key, closed_at=None)
    for discussion in open_ones:
        discussion.closed_at = at
        discussion.save(update_fields=["closed_at"])
        publish(DiscussionClosed(discussion_id=discussion.pk))
