from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.discussion.models import Comment, CommentStatus, Discussion
from broadsheet.discussion.policy import Permission, policy

from .comment_view import CommentView, comment_view

HELD_ON_A_PAGE = 100


@dataclass(frozen=True, kw_only=True)
class HeldComments:
    """What `discussion/held_comments.html` is given: what waits for approval here, the oldest first."""

    key: str
    title: str
    page_url: str
    is_open: bool
    comments: list[CommentView]


def held_comments(discussion: Discussion, *, viewer: User | None, at: datetime) -> HeldComments:
    """The first 100 comments of `discussion` that wait for approval. One query. Raises `NotAllowed`."""
    policy.require(Permission.MODERATE, viewer, discussion)
    held = Comment.objects.in_discussion(discussion).filter(status=CommentStatus.HELD)
    return HeldComments(
        key=discussion.key,
        title=discussion.title,
        page_url=discussion.url,
        is_open=discussion.is_open(at=at),
        comments=[
            comment_view(comment, with_words=True)
            for comment in held.order_by("id").with_people()[:HELD_ON_A_PAGE]
        ],
    )
