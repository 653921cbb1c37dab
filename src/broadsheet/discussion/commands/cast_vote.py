from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.discussion.events import VoteCast
from broadsheet.discussion.models import Comment, Vote
from broadsheet.discussion.policy import Permission, policy

from .post_comment import DiscussionClosed


class WrongVote(Refused):
    """A vote is up (1), down (-1) or taken back (0)."""

    code = "wrong-vote"
    status = 422
    message = _("A vote is up, down, or taken back.")


@transaction.atomic
def cast_vote(*, comment: Comment, voter: User, value: int, at: datetime) -> Comment:
    """Make `value` (1 up, -1 down, 0 none) the one vote of `voter` on `comment`.

    Says what shall be, not what to change: the same call twice, even at the same moment, is one vote.
    The comment's row is locked first, so the counters always equal the votes. Answers the comment with
    fresh counters. Publishes `VoteCast` if anything changed. Raises `WrongVote`, `NotAllowed`,
    `DiscussionClosed`.
    """
    if value not in (-1, 0, 1):
        raise WrongVote
    # no_key: replies to this comment, which only refer to its key, need not wait.
    locked = Comment.objects.select_for_update(of=("self",), no_key=True)
    comment = locked.select_related("discussion").get(pk=comment.pk)
    policy.require(Permission.CAST_VOTE, voter, comment)
    if not comment.discussion.is_open(at=at):
        raise DiscussionClosed
    before = (
        Vote.objects.filter(voter=voter, comment=comment).values_list("value", flat=True).first()
        or 0
    )
    if before == value:
        return comment

    if value:
        Vote.objects.update_or_create(
            voter=voter, comment=comment, defaults={"value": value, "cast_at": at}
        )
    else:
        Vote.objects.filter(voter=voter, comment=comment).delete()
    Comment.objects.filter(pk=comment.pk).update(
        up_votes=F("up_votes") + int(value == 1) - int(before == 1),
        down_votes=F("down_votes") + int(value == -1) - int(before == -1),
        changed_in=comment.discussion.version + 1,
    )
    comment.refresh_from_db(fields=["up_votes", "down_votes", "score", "reactions", "best"])
    publish(VoteCast.about(comment))
    return comment
