from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Manager, Max

from broadsheet.accounts.models import User
from broadsheet.accounts.queries import FormerName, former_names
from broadsheet.core.errors import NotFound
from broadsheet.discussion.models import (
    Comment,
    CommentStatus,
    Follow,
    IgnoredPerson,
    Vote,
)
from broadsheet.discussion.options import COMMENT_MAX_LENGTH
from broadsheet.discussion.policy import Permission, policy

from .comment_view import CommentView, comment_view

HAS_WORDS = frozenset({CommentStatus.PUBLISHED, CommentStatus.HELD})
WITHHELD = frozenset({CommentStatus.HELD, CommentStatus.SPAM, CommentStatus.TRASH})


@dataclass(frozen=True, kw_only=True)
class CommentActions:
    """What `discussion/comment_actions.html` is given: all that the viewer may do to one comment.

    The page for those without JavaScript, and for what needs more than a click. `vote` is the viewer's own
    (1, -1, 0), which is kept even while it is not counted (`vote_is_counted`); `source` what the author wrote,
    for the edit form, "" where they may not edit. `follows` says whether they follow the thread, `ignores`
    whether they ignore the author, which they can if they `may_ignore`. `newest_decision` and `newest_edit` are
    ids, 0 for none, which forms give back: so nothing that comes late undoes what is newer. `former_names` are
    the author's, for moderators alone.
    """

    key: str
    title: str
    page_url: str
    comment: CommentView
    is_known: bool
    may_vote: bool
    may_moderate: bool
    vote: int
    vote_is_counted: bool
    acts: list[str]
    source: str
    newest_decision: int
    newest_edit: int
    max_length: int
    follows: bool
    may_ignore: bool
    ignores: bool
    author_id: int
    former_names: list[FormerName]


def comment_actions(comment_id: int, *, viewer: User | None, at: datetime) -> CommentActions:
    """What `viewer` may do to a comment. One query more for moderators.

    Raises `NotFound` where they may not see it.
    """
    comment = Comment.objects.filter(pk=comment_id).with_people().on_a_page().first()
    if comment is None or not _may_see(comment, viewer):
        raise NotFound
    acts = acts_on(comment, viewer=viewer, at=at) if viewer else []
    may_moderate = policy.allows(Permission.MODERATE, viewer, comment)
    vote = Vote.objects.filter(comment=comment, voter=viewer).first() if viewer else None
    return CommentActions(
        key=comment.discussion.key,
        title=comment.discussion.title,
        page_url=comment.discussion.url,
        comment=comment_view(comment, with_words=True),
        is_known=viewer is not None,
        may_vote=policy.allows(Permission.CAST_VOTE, viewer, comment),
        may_moderate=may_moderate,
        vote=vote.value if vote else 0,
        vote_is_counted=vote is None or vote.is_counted,
        acts=acts,
        source=comment.source if "edit" in acts else "",
        newest_decision=_newest(comment.interventions),
        newest_edit=_newest(comment.revisions),
        max_length=COMMENT_MAX_LENGTH.value,
        follows=Follow.objects.filter(
            reader=viewer, thread=comment.thread_root_id, is_on=True
        ).exists(),
        may_ignore=not (comment.author.same_person(viewer) or comment.author.speaks_for_the_paper),
        ignores=IgnoredPerson.objects.filter(reader=viewer, person=comment.author).exists(),
        author_id=comment.author_id,
        former_names=former_names(comment.author) if may_moderate else [],
    )


def _newest(rows: Manager[Any]) -> int:
    return rows.aggregate(newest=Max("pk"))["newest"] or 0


def acts_on(comment: Comment, *, viewer: User, at: datetime) -> list[str]:
    """The names of what `viewer` may do to `comment` now, in the order in which they are offered."""
    acts: list[str] = []
    has_words = comment.status in HAS_WORDS
    if (
        has_words
        and at <= comment.editable_until
        and policy.allows(Permission.EDIT_COMMENT, viewer, comment)
    ):
        acts.append("edit")
    if has_words and policy.allows(Permission.WITHDRAW_COMMENT, viewer, comment):
        acts.append("withdraw")
    if policy.allows(Permission.MODERATE, viewer, comment):
        acts.extend(_staff_acts(comment))
    return acts


def _staff_acts(comment: Comment) -> list[str]:
    acts: list[str] = []
    if comment.source and comment.status in WITHHELD:
        acts.append("release")
    if comment.status in HAS_WORDS:
        acts.append("remove")
    if comment.status == CommentStatus.REMOVED and comment.source:
        acts.append("restore")
    if comment.is_published:
        acts.append("unfeature" if comment.featured_at else "feature")
    if comment.parent_id is None:
        acts.append("unpin" if comment.pinned_at else "pin")
        acts.append("reopen-thread" if comment.thread_closed_at else "close-thread")
    return acts


def _may_see(comment: Comment, viewer: User | None) -> bool:
    """Whether its words may be shown: what is not published, only to staff and to whoever wrote it."""
    return comment.is_published or (
        viewer is not None and (viewer.may_act_for_the_paper or comment.author_id == viewer.pk)
    )
