from dataclasses import dataclass
from datetime import datetime

from broadsheet.discussion.models import Comment, CommentStatus, Discussion

CHANGES_AT_MOST = 200

# What everybody may know of where a comment stands. Why its words are not shown is nobody's business.
STATES = {
    CommentStatus.PUBLISHED: "published",
    CommentStatus.REMOVED: "removed",
    CommentStatus.WITHDRAWN: "withdrawn",
}
NOT_SHOWN = "hidden"


@dataclass(frozen=True, kw_only=True)
class AddedComment:
    """A comment that took its place: its id, that of its thread's first, and that of what it answers."""

    comment: int
    thread: int
    parent: int | None


@dataclass(frozen=True, kw_only=True)
class ChangedComment:
    """A comment whose words, marks, state or votes are not what they were."""

    comment: int
    state: str
    up: int
    down: int


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What the JSON of a discussion's changes is made of: ids, states and numbers, never words.

    `version` is the one that these changes lead to. Where `is_complete` is false there were too many to be
    told, and the page has to be read again.
    """

    version: int
    comment_count: int
    is_open: bool
    added: list[AddedComment]
    changed: list[ChangedComment]
    is_complete: bool


def changes(discussion: Discussion, *, since: int, at: datetime) -> Changes:
    """What everybody can see of `discussion` that a page of version `since` does not show. One query.

    Votes cast after the last change of anything else count for the next version, and are told every time.
    Up to 200 comments; what waits for approval is not among them, nor what took its place since
    `discussion` was read.
    """
    found = list(
        Comment.objects.in_discussion(discussion)
        .shown()
        .filter(changed_in__gt=since, appeared_in__lte=discussion.version)
        .order_by("changed_in", "id")
        .only("id", "thread_id", "parent_id", "status", "up_votes", "down_votes", "appeared_in")[
            : CHANGES_AT_MOST + 1
        ]
    )
    is_complete = len(found) <= CHANGES_AT_MOST
    found = found if is_complete else []
    is_new = {one.pk: one.appeared_in > since and one.is_published for one in found}
    return Changes(
        version=discussion.version,
        comment_count=discussion.comment_count,
        is_open=discussion.is_open(at=at),
        added=[_added(one) for one in found if is_new[one.pk]],
        changed=[_changed(one) for one in found if not is_new[one.pk]],
        is_complete=is_complete,
    )


def _added(comment: Comment) -> AddedComment:
    return AddedComment(comment=comment.pk, thread=comment.thread_root_id, parent=comment.parent_id)


def _changed(comment: Comment) -> ChangedComment:
    return ChangedComment(
        comment=comment.pk,
        state=STATES.get(CommentStatus(comment.status), NOT_SHOWN),
        up=comment.up_votes,
        down=comment.down_votes,
    )
