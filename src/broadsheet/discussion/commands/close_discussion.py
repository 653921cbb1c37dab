from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.discussion.events import DiscussionClosed, DiscussionOpened
from broadsheet.discussion.models import Discussion, InterventionKind
from broadsheet.discussion.policy import Permission, policy

from .change_status import lock_discussion
from .intervene import record_intervention


@transaction.atomic
def close_discussion(*, discussion: Discussion, moderator: User, at: datetime) -> Discussion:
    """Take no more comments; what was said stays. Publishes `DiscussionClosed`. Raises `NotAllowed`."""
    discussion = lock_discussion(discussion.pk)
    policy.require(Permission.MODERATE, moderator, discussion)
    if discussion.closed_at is not None:
        return discussion
    discussion.closed_at = at
    discussion.version += 1
    discussion.save(update_fields=["closed_at", "version"])
    record_intervention(InterventionKind.CLOSE, discussion=discussion, actor=moderator, at=at)
    publish(DiscussionClosed.about(discussion))
    return discussion


@transaction.atomic
def reopen_discussion(*, discussion: Discussion, moderator: User, at: datetime) -> Discussion:
    """Take comments again, with no day set for closing. Publishes `DiscussionOpened`. Raises `NotAllowed`."""
    discussion = lock_discussion(discussion.pk)
    policy.require(Permission.MODERATE, moderator, discussion)
    if discussion.is_open(at=at):
        return discussion
    discussion.closed_at = discussion.closes_at = None
    discussion.version += 1
    discussion.save(update_fields=["closed_at", "closes_at", "version"])
    record_intervention(InterventionKind.OPEN, discussion=discussion, actor=moderator, at=at)
    publish(DiscussionOpened.about(discussion))
    return discussion


@transaction.atomic
def close_due_discussions(*, at: datetime) -> int:
    """Close every discussion whose time has come; answers how many. Publishes `DiscussionClosed` for each."""
    due = list(
        Discussion.objects.select_for_update(no_key=True, skip_locked=True)
        .filter(closed_at=None, closes_at__lte=at)
        .order_by("pk")
    )
    for discussion in due:
        discussion.closed_at = at
        discussion.version += 1
    Discussion.objects.bulk_update(due, ["closed_at", "version"], batch_size=500)
    for discussion in due:
        publish(DiscussionClosed.about(discussion))
    return len(due)
