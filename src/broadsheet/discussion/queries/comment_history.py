from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString, mark_safe

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound
from broadsheet.discussion.models import Comment
from broadsheet.discussion.policy import Permission, policy

from .comment_view import CommentView, comment_view


@dataclass(frozen=True, kw_only=True)
class EarlierWords:
    """What the comment said from `written_at` until `replaced_at`."""

    html: SafeString
    written_at: datetime
    replaced_at: datetime


@dataclass(frozen=True, kw_only=True)
class CommentHistory:
    """What `discussion/comment_history.html` is given: a comment and all it said before, newest first."""

    key: str
    title: str
    page_url: str
    comment: CommentView
    earlier: list[EarlierWords]


def comment_history(comment_id: int, *, viewer: User | None = None) -> CommentHistory:
    """The versions of a comment. Two queries. Raises `NotFound` where its words are not to be read."""
    comment = Comment.objects.filter(pk=comment_id).with_people().on_a_page().first()
    if comment is None or not policy.allows(Permission.READ_HISTORY, viewer, comment):
        raise NotFound
    return CommentHistory(
        key=comment.discussion.key,
        title=comment.discussion.title,
        page_url=comment.discussion.url,
        comment=comment_view(comment, with_words=True),
        earlier=[
            EarlierWords(
                # The one renderer made it safe when it was written (core.markup).
                html=mark_safe(revision.html),  # noqa: S308
                written_at=revision.written_at,
                replaced_at=revision.replaced_at,
            )
            for revision in comment.revisions.order_by("-replaced_at", "-id")
        ],
    )
