from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.core.statements import Statement
from broadsheet.discussion.events import VoteCast
from broadsheet.discussion.models import Comment, Discussion, Vote

# A vote is no version of its discussion: `changed_in` is the next one, as in `write_vote`.
_COUNT = Statement(
    """
    WITH counted AS (
        UPDATE {Vote} SET is_counted = true
        WHERE voter_id = %(voter)s AND NOT is_counted AND comment_id = ANY(%(locked)s)
        RETURNING comment_id, value
    ), changed AS (
        UPDATE {Comment} comment SET
            up_votes = up_votes + (value = 1)::int, down_votes = down_votes + (value = -1)::int,
            changed_in = discussion.version + 1
        FROM counted JOIN {Discussion} discussion ON true
        WHERE comment.id = counted.comment_id AND value <> 0 AND discussion.id = comment.discussion_id
        RETURNING comment.id
    )
    SELECT coalesce(array_agg(id ORDER BY id), '{{}}') FROM changed
    """,
    vote=Vote,
    comment=Comment,
    discussion=Discussion,
)


@transaction.atomic
def count_votes_of(*, voter: User) -> None:
    """Count the votes of `voter` that were kept until they are somebody whose votes are counted.

    All comments are locked first, in the order of their ids: whoever casts a vote locks one and asks for no
    second, so no circle can arise. Publishes `VoteCast` for each comment whose counters changed.
    """
    waiting = Vote.objects.filter(voter=voter, is_counted=False).values("comment")
    comments = Comment.objects.filter(pk__in=waiting).order_by("id")
    locked = list(comments.select_for_update(no_key=True).values_list("id", flat=True))
    [changed] = _COUNT.first(voter=voter.pk, locked=locked) or [[]]
    with_discussions = Comment.objects.filter(pk__in=changed).select_related("discussion")
    for comment in with_discussions.order_by("id"):
        publish(VoteCast.about(comment))
