from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.discussion.events import DiscussionClosed, DiscussionOpened
from broadsheet.discussion.models import Discussion, InterventionKind
from broadsheet.discussion.policy import Permission, policy

from .intervene import record_intervention


@transaction.atomic
def close_discussion(*, discussion: Discussion, moderator: User, at: datetime) -> Discussion:
    """Take no more comments; what was said stays. Publishes `DiscussionClosed`. Raises `NotAllowed`."""
    discussion = Discussion.objects.select_for_update(no_key=True).get(pk=discussion.pk)
    policy.require(Permission.MODERATE, moderator, discussion)
    if discussion.closed_at is not None:
        return discussion
    discussion.closed_at = at
    discussion.save(update_fields=["closed_at"])
    record_intervention(InterventionKind.CLOSE, discussion=discussion, actor=moderator, at=at)
    publish(DiscussionClosed(discussion_id=discussion.pk))
    return discussion


@transaction.atomic
def reopen_discussion(*, discussion: Discussion, moderator: User, at: datetime) -> Discussion:
    """Take comments again, with no day set for closing. Publishes `DiscussionOpened`. Raises `NotAllowed`."""
    discussion = Discussion.objects.select_for_update(no_key=True).get(pk=discussion.pk)
    policy.require(Permission.MODERATE, moderator, discussion)
    if discussion.is_open(at=at):
        return discussion
    discussion.closed_at = discussion.closes_at = None
    discussion.save(update_fields=["closed_at", "closes_at"])
    record_intervention(InterventionKind.OPEN, discussion=discussion, actor=moderator, at=at)
    publish(DiscussionOpened(discussion_id=discussion.pk))
    return discussion


@transaction.atomic
def close_due_discussions(*, at: datetime) -> int:
    """Close every discussion whose time has come; answers how many. Publishes `DiscussionClosed` for each."""
    due = Discussion.objects.select_for_update(no_key=True, skip_locked=True).filter(
        closed_at=None, closes_at__lte=at
    )
    ids = list(due.values_list("pk", flat=True))
    Discussion.objects.filter(pk__in=ids).update(closed_at=at)
    for discussion_id in ids:
        publish(DiscussionClosed(discussion_id=discussion_id))
    return len(ids)
