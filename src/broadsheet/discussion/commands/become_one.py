"""How the comments and votes of one person become another's. Used by `belongings` alone, in its transaction.

Authors and voters change, and counters where a vote goes; the discussions' own counts and versions stay, so no
discussion is locked, and nobody who writes in one waits in a circle with us.
"""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.core.statements import Statement
from broadsheet.discussion.events import VoteCast
from broadsheet.discussion.models import Comment, Discussion, Vote

# A vote is no version of its discussion: `changed_in` is the next one, as in `write_vote`.
_DROP_VOTES = Statement(
    """
    WITH dropped AS (
        DELETE FROM {Vote} vote USING {Comment} comment
        WHERE comment.id = vote.comment_id AND (
            vote.voter_id = %(target)s AND comment.author_id = %(source)s
            OR vote.voter_id = %(source)s AND (
                comment.author_id = %(target)s OR EXISTS (
                    SELECT FROM {Vote} theirs
                    WHERE theirs.voter_id = %(target)s AND theirs.comment_id = comment.id
                )
            )
        )
        RETURNING vote.comment_id, vote.value, vote.is_counted
    ), changed AS (
        UPDATE {Comment} comment SET
            up_votes = up_votes - (value = 1)::int, down_votes = down_votes - (value = -1)::int,
            changed_in = discussion.version + 1
        FROM dropped JOIN {Discussion} discussion ON true
        WHERE comment.id = dropped.comment_id AND is_counted AND value <> 0
        AND discussion.id = comment.discussion_id
        RETURNING comment.id
    )
    SELECT coalesce(array_agg(id ORDER BY id), '{{}}') FROM changed
    """,
    vote=Vote,
    comment=Comment,
    discussion=Discussion,
)


def hold_comments_of(*, sources: Sequence[User], target: User) -> None:
    """Lock every comment that changes when `sources` become `target`, in the order of their ids.

    Those are the comments of `sources`, those that quote them, those they voted on, and those where a
    vote of `target` waits to be counted.
    """
    waiting = Vote.objects.filter(voter=target, is_counted=False).values("comment")
    changing = Comment.objects.filter(
        Q(author__in=sources)
        | Q(pk__in=Vote.objects.filter(voter__in=sources).values("comment"))
        | Q(pk__in=_quoting(sources).values("pk"))
        | Q(pk__in=waiting)
    )
    list(changing.order_by("pk").select_for_update(no_key=True).values_list("pk"))


def move_votes(*, source: User, target: User) -> int:
    """Make the votes of `source` `target`'s; where both voted, `target`'s holds, be it that they took it back.

    Answers how many became theirs.

    Nobody votes on their own words, so what one of them thought of the other's goes. Publishes `VoteCast`
    for each comment whose counters changed.
    """
    [changed] = _DROP_VOTES.first(source=source.pk, target=target.pk) or [[]]
    moved = Vote.objects.filter(voter=source).update(voter=target)
    for comment in Comment.objects.filter(pk__in=changed).select_related("discussion"):
        publish(VoteCast.about(comment))
    return moved


def move_comments(*, source: User, target: User) -> list[int]:
    """Make the comments of `source` `target`'s, whatever has become of them; answers which, by their ids."""
    forget_name_in_quotations(source)
    theirs = Comment.objects.filter(author=source)
    moved = sorted(theirs.values_list("pk", flat=True))
    Comment.objects.filter(pk__in=moved).update(author=target)
    return moved


def forget_name_in_quotations(author: User) -> None:
    """Have comments that quote `author` rendered anew: they name whom they quote."""
    _quoting([author]).update(markup_version=0)


def _quoting(authors: Sequence[User]) -> "QuerySet[Comment]":
    return Comment.objects.filter(quotations__quoted__author__in=authors)
