"""Who may do what in a discussion: one table. Any row wins; every predicate in a row must hold.

The actor is a `User` or `None` (somebody without a key); the thing is the discussion, the comment, or
nothing. Whether it is possible now (the discussion is closed, the window is over) is the command's word.
"""

from enum import StrEnum

from broadsheet.accounts.models import Standing, User
from broadsheet.core.policy import Policy

from .models import Comment, CommentStatus, Right
from .rights import has_right


class Permission(StrEnum):
    """Grep for `Permission.POST_COMMENT` to find every place that asks."""

    POST_COMMENT = "discussion:comment:post"
    EDIT_COMMENT = "discussion:comment:edit"
    WITHDRAW_COMMENT = "discussion:comment:withdraw"
    READ_HISTORY = "discussion:comment:history"
    CAST_VOTE = "discussion:vote:cast"
    MODERATE = "discussion:moderate"
    CHANGE_RIGHTS = "discussion:rights:change"


def is_known(actor: User | None, _thing: object) -> bool:
    """The actor is somebody."""
    return actor is not None and actor.is_active


def is_in_good_standing(actor: User, _thing: object) -> bool:
    """The actor is not banned."""
    return actor.standing == Standing.GOOD


def has_the_right_to_comment(actor: User, _thing: object) -> bool:
    """The actor has the right to comment."""
    return has_right(actor, Right.COMMENT)


def has_a_voice(actor: User, _thing: object) -> bool:
    """The actor has the right to comment or to have votes counted."""
    return has_right(actor, Right.COMMENT) or has_right(actor, Right.VOTE_COUNTED)


def is_staff(actor: User, _thing: object) -> bool:
    """The actor works here, and their session has shown more than a letter."""
    return actor.may_act_for_the_paper


def is_administrator(actor: User, _thing: object) -> bool:
    """The actor administers the newspaper."""
    return actor.may_act_for_the_paper and actor.is_superuser


def wrote_it(actor: User, comment: Comment) -> bool:
    """The actor wrote it."""
    return comment.author_id == actor.pk


def did_not_write_it(actor: User, comment: Comment) -> bool:
    """The actor did not write it."""
    return comment.author_id != actor.pk


def can_read_it(_actor: User | None, comment: Comment) -> bool:
    """The actor can read it, as everybody can."""
    return comment.status == CommentStatus.PUBLISHED


policy = Policy(
    {
        Permission.POST_COMMENT: [[is_known, is_in_good_standing, has_the_right_to_comment]],
        Permission.EDIT_COMMENT: [[is_known, is_in_good_standing, wrote_it]],
        Permission.WITHDRAW_COMMENT: [[is_known, wrote_it]],
        Permission.READ_HISTORY: [[can_read_it], [is_known, is_staff]],
        Permission.CAST_VOTE: [
            [is_known, is_in_good_standing, has_a_voice, did_not_write_it, can_read_it]
        ],
        Permission.MODERATE: [[is_known, is_in_good_standing, is_staff]],
        Permission.CHANGE_RIGHTS: [[is_known, is_in_good_standing, is_administrator]],
    }
)
