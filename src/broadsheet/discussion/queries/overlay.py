"""What concerns one viewer, asked for after the page: decision 3 of the design keeps it out of the page."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import models
from django.db.models import Q

from broadsheet.accounts.models import User
from broadsheet.discussion.models import (
    Comment,
    CommentStatus,
    Discussion,
    Follow,
    IgnoredPerson,
    Vote,
)
from broadsheet.discussion.policy import Permission, policy

from .comment_actions import acts_on
from .comment_view import CommentView, comment_view

COMMENTS_AT_MOST = 500
HELD_AT_MOST = 20


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """What the overlay's JSON is made of.

    `votes` maps comment ids to 1 or -1; `acts` maps them to the names of what the viewer may do to them;
    `held` are the viewer's own comments that wait for approval. `follows` are the first comments of threads that
    the viewer follows, None among them for the discussion itself. `ignored` are those comments of the page that
    are by people whom the viewer ignores: who these are, the page is not told.
    """

    name: str
    is_guest: bool
    may_comment: bool
    may_moderate: bool
    votes: dict[int, int] = field(default_factory=dict)
    acts: dict[int, list[str]] = field(default_factory=dict)
    held: list[CommentView] = field(default_factory=list)
    follows: list[int | None] = field(default_factory=list)
    ignored: list[int] = field(default_factory=list)


def overlay(
    discussion: Discussion, *, comment_ids: list[int], viewer: User, at: datetime
) -> Overlay:
    """What `viewer` needs to know about up to 500 comments on the page. Five queries."""
    comments = Comment.objects.in_discussion(discussion).filter(
        pk__in=comment_ids[:COMMENTS_AT_MOST]
    )
    own_or_staff = comments if viewer.may_act_for_the_paper else comments.filter(author=viewer)
    waiting = Q(status=CommentStatus.HELD, author=viewer)
    held = Comment.objects.in_discussion(discussion).filter(waiting).order_by("id").with_people()
    return Overlay(
        name=viewer.name,
        is_guest=viewer.is_guest,
        may_comment=policy.allows(Permission.POST_COMMENT, viewer, discussion),
        may_moderate=policy.allows(Permission.MODERATE, viewer, discussion),
        votes=dict(
            Vote.objects.filter(voter=viewer, comment__in=comments)
            .exclude(value=0)
            .values_list("comment_id", "value")
        ),
        acts={comment.pk: acts_on(comment, viewer=viewer, at=at) for comment in own_or_staff},
        held=[comment_view(comment, with_words=True) for comment in held[:HELD_AT_MOST]],
        follows=list(
            Follow.objects.filter(reader=viewer, discussion=discussion, is_on=True).values_list(
                "thread", flat=True
            )
        ),
        ignored=list(comments.filter(author__in=_ignored_by(viewer)).values_list("pk", flat=True)),
    )


def _ignored_by(viewer: User) -> models.QuerySet[IgnoredPerson, int]:
    """Whom `viewer` ignores, without those who have begun to speak for the paper since."""
    ignored = IgnoredPerson.objects.filter(reader=viewer)
    return ignored.exclude(
        Q(person__is_staff=True) | Q(person__is_newsroom=True), person__is_active=True
    ).values_list("person", flat=True)
