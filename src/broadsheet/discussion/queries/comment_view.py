"""A comment as everybody sees it: the same wherever it stands, so that its HTML can be made once."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from broadsheet.accounts.faces import avatar_url, hue, initials, profile_path
from broadsheet.discussion.models import Comment, CommentStatus
from broadsheet.discussion.moments import WrittenMoment, moment_writer
from broadsheet.discussion.words import comment_path

from .comment_rows import CommentRow

# How far replies are moved in; deeper ones stay there and say whom they answer.
DEEPEST_INDENT = 6


@dataclass(frozen=True, kw_only=True)
class CommentView:
    """What `discussion/comment.html` is given. `state` is a `CommentStatus`; `html` is "" unless published.

    `depth` is the true one, `indent` what is drawn. `answers_name` is the author of the parent. `posted_iso`
    says when for machines, `posted_text` for people. `profile_url` is "" where the author has no public page;
    `avatar_url` where they have no picture, so that `initials` stand on a disc of the colour `hue`.
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
    profile_url: str
    avatar_url: str
    initials: str
    hue: int
    is_staff: bool
    is_guest: bool
    is_supporter: bool
    answers_name: str
    html: SafeString
    posted_iso: str
    posted_text: str
    is_edited: bool
    up_votes: int
    down_votes: int
    is_pinned: bool
    is_featured: bool
    is_thread_closed: bool

    @property
    def score(self) -> int:
        """Votes up less votes down."""
        return self.up_votes - self.down_votes

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
    [view] = comment_views([CommentRow.of(comment)], with_words=with_words)
    return view


def comment_views(rows: Iterable[CommentRow], *, with_words: bool = False) -> list[CommentView]:
    """Show the comments in `rows`, as `comment_view` does."""
    write = moment_writer()
    return [_view(row, write(row.posted_at), with_words=with_words) for row in rows]


def _view(row: CommentRow, posted: WrittenMoment, *, with_words: bool) -> CommentView:
    readable = with_words or row.status == CommentStatus.PUBLISHED
    return CommentView(
        id=row.id,
        url=comment_path(row.id),
        thread_id=row.thread_id or row.id,
        parent_id=row.parent_id,
        depth=row.depth,
        indent=min(row.depth, DEEPEST_INDENT),
        state=row.status,
        reason=row.reason if row.status == CommentStatus.REMOVED else "",
        author_name=row.author_name if readable else "",
        profile_url=profile_path(row.author_handle) if readable else "",
        avatar_url=avatar_url(row.avatar) if readable else "",
        initials=initials(row.author_name) if readable else "",
        hue=hue(row.author_id),
        is_staff=row.is_staff,
        is_guest=row.is_guest,
        is_supporter=row.is_supporter,
        answers_name=row.answers_name,
        # The one renderer made it safe when it was written (core.markup).
        html=SafeString(row.html if readable else ""),
        posted_iso=posted.iso,
        posted_text=posted.text,
        is_edited=readable and row.is_edited,
        up_votes=row.up_votes,
        down_votes=row.down_votes,
        is_pinned=row.is_pinned,
        is_featured=row.is_featured,
        is_thread_closed=row.is_thread_closed,
    )


def in_tree_order(rows: list[CommentRow]) -> list[CommentRow]:
    """Answer `rows`, given by ascending id, so that each comment stands right after what it answers.

    Siblings keep their order. What answers a comment that is not among them stands at top level. Without
    recursion: chains may be 10,000 deep.
    """
    present = {row.id for row in rows}
    replies: dict[int | None, list[CommentRow]] = {}
    for row in rows:
        above = row.parent_id if row.parent_id in present else None
        replies.setdefault(above, []).append(row)
    ordered: list[CommentRow] = []
    waiting = replies.get(None, [])[::-1]
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        waiting.extend(reversed(replies.get(row.id, ())))
    return ordered
