from datetime import datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound, Refused
from broadsheet.discussion.models import Comment, Right, Vote
from broadsheet.discussion.policy import Permission, policy
from broadsheet.discussion.rights import has_right

from .post_comment import DiscussionClosed
from .statements import voted_on, write_vote


class WrongVote(Refused):
    """A vote is up (1), down (-1) or taken back (0)."""

    code = "wrong-vote"
    status = 422
    message = _("A vote is up, down, or taken back.")


def cast_vote(
    *, comment: Comment, voter: User, value: int, submission_key: str = "", at: datetime
) -> Vote:
    """Make `value` (1 up, -1 down, 0 none) the one vote of `voter` on `comment`, known by its id.

    Says what shall be, not what to change: the same call twice, even at the same moment, is one vote.
    `submission_key` (of `Vote`) says when the reader decided: a vote that was on its way too long changes
    nothing where a later one has come. Without a key it counts when it comes. A vote of somebody whose votes
    are not counted is kept (`count_votes_of`).

    The comment's row is locked while votes and counters change, so these are always equal. Answers the vote as
    it now is, with the comment and its fresh counters. Publishes `VoteCast` if anything changed. Raises
    `WrongVote`, `NotFound`, `NotAllowed`, `DiscussionClosed`.
    """
    if value not in (-1, 0, 1):
        raise WrongVote
    vote = Vote(
        comment=_votable(comment.pk, voter, at=at),
        voter=voter,
        value=value,
        cast_at=at,
        submission_key=submission_key,
        is_counted=has_right(voter, Right.VOTE_COUNTED),
    )
    if not write_vote(vote):
        _votable(comment.pk, voter, at=at)  # says what has changed meanwhile
        raise DiscussionClosed
    return vote


def _votable(comment_id: int, voter: User, *, at: datetime) -> Comment:
    comment = voted_on(comment_id)
    if comment is None:
        raise NotFound
    policy.require(Permission.CAST_VOTE, voter, comment)
    if not comment.discussion.is_open(at=at):
        raise DiscussionClosed
    return comment
