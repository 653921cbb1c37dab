from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound, Refused
from broadsheet.core.events import publish
from broadsheet.discussion.events import VoteCast
from broadsheet.discussion.models import Comment, Vote
from broadsheet.discussion.policy import Permission, policy

from .post_comment import DiscussionClosed
from .statements import count_vote, lock_for_vote


class WrongVote(Refused):
    """A vote is up (1), down (-1) or taken back (0)."""

    code = "wrong-vote"
    status = 422
    message = _("A vote is up, down, or taken back.")


@transaction.atomic
def cast_vote(
    *, comment: Comment, voter: User, value: int, submission_key: str = "", at: datetime
) -> Vote:
    """Make `value` (1 up, -1 down, 0 none) the one vote of `voter` on `comment`, known by its id.

    Says what shall be, not what to change: the same call twice, even at the same moment, is one vote.
    `submission_key` (of `Vote`) says when the reader decided: a vote that was on its way too long changes
    nothing where a later one has come. Without a key it counts when it comes.

    The comment's row is locked first, so the counters always equal the votes. Answers the vote as it now
    is, with the comment and its fresh counters. Publishes `VoteCast` if anything changed. Raises
    `WrongVote`, `NotFound`, `NotAllowed`, `DiscussionClosed`.
    """
    if value not in (-1, 0, 1):
        raise WrongVote
    locked = lock_for_vote(comment.pk)
    if locked is None:
        raise NotFound
    policy.require(Permission.CAST_VOTE, voter, locked)
    if not locked.discussion.is_open(at=at):
        raise DiscussionClosed
    vote = Vote(comment=locked, voter=voter, value=value, cast_at=at, submission_key=submission_key)
    if count_vote(vote):
        publish(VoteCast.about(locked))
    return vote
