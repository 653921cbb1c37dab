"""A comment as everybody sees it: the same wherever it stands, so that its HTML can be made once."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString, mark_safe

from broadsheet.discussion.models import Comment, CommentStatus
from broadsheet.discussion.words import comment_path

# How far replies are moved in; deeper ones stay there and say whom they answer.
DEEPEST_INDENT = 6


@dataclass(frozen=True, kw_only=True)
class CommentView:
    """What `discussion/comment.html` is given. `state` is a `CommentStatus`; `html` is "" unless published.

    `depth` is the true one, `indent` what is drawn. `answers_name` is the author of the parent.
    """

    id: int
    url: str
    thread_id: int
    parent_id: int | None
    depth: int
    indent: int
    state: str
    reason: str
    author_name: str
    is_staff: bool
    is_guest: bool
    answers_name: str
    html: SafeString
    posted_at: datetime
    edited_at: datetime | None
    up_votes: int
    down_votes: int
    score: int
    is_pinned: bool
    is_featured: bool
    is_thread_closed: bool

    @property
    def is_published(self) -> bool:
        """Whether its words are shown."""
        return self.state == CommentStatus.PUBLISHED

    @property
    def is_removed(self) -> bool:
        """Whether staff took it down."""
        return self.state == CommentStatus.REMOVED

    @property
    def is_withdrawn(self) -> bool:
        """Whether its author took it back."""
        return self.state == CommentStatus.WITHDRAWN


def comment_view(comment: Comment, *, with_words: bool = False) -> CommentView:
    """Show `comment`, loaded `with_people`.

    `with_words` shows the words of one that waits, to its author and to staff; to nobody else.
    """
    readable = comment.is_published or with_words
    return CommentView(
        id=comment.pk,
        url=comment_path(comment.pk),
        thread_id=comment.thread_root_id,
        parent_id=comment.parent_id,
        depth=comment.depth,
        indent=min(comment.depth, DEEPEST_INDENT),
        state=comment.status,
        reason=comment.reason if comment.status == CommentStatus.REMOVED else "",
        author_name=comment.author.name if readable else "",
        is_staff=comment.author.speaks_for_the_paper,
        is_guest=comment.author.is_guest,
        answers_name=_answers_name(comment),
        # The one renderer made it safe when it was written (core.markup).
        html=mark_safe(comment.html if readable else ""),  # noqa: S308
        posted_at=comment.posted_at,
        edited_at=comment.edited_at if readable else None,
        up_votes=comment.up_votes,
        down_votes=comment.down_votes,
        score=comment.up_votes - comment.down_votes,
        is_pinned=comment.pinned_at is not None,
        is_featured=comment.featured_at is not None,
        is_thread_closed=comment.thread_closed_at is not None,
    )


def _answers_name(comment: Comment) -> str:
    parent = comment.parent
    return parent.author.name if parent is not None and parent.is_published else ""


def in_tree_order(comments: list[Comment]) -> list[Comment]:
    """Answer `comments`, given by ascending id, so that each stands right after what it answers.

    Siblings keep their order. What answers a comment that is not among them stands at top level. Without
    recursion: chains may be 10,000 deep.
    """
    present = {comment.pk for comment in comments}
    replies: dict[int | None, list[Comment]] = {}
    for comment in comments:
        above = comment.parent_id if comment.parent_id in present else None
        replies.setdefault(above, []).append(comment)
    ordered: list[Comment] = []
    waiting = replies.get(None, [])[::-1]
    while waiting:
        comment = waiting.pop()
        ordered.append(comment)
        waiting.extend(reversed(replies.get(comment.pk, ())))
    return ordered
