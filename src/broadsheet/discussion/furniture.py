"""What stands around readers' words, made of templates that are rendered once for each shape.

The words' HTML is made when they are written, and stored. Each template here has its list of what it reads:
whoever makes it read more, adds it to the list (`shapes`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, islice
from typing import Final

from django.utils.html import conditional_escape

from .queries import CommentPage, CommentView, DiscussionPage, ThreadPage, ThreadView
from .shapes import Shapes


def signed(number: int) -> str:
    """`number` with a minus sign, not a hyphen, if it is below 0."""
    return str(number).replace("-", "−")


def _if_any(number: int | None) -> str:
    return "" if number is None else str(number)


_STATE: Final = ("state", "is_published", "is_removed", "is_withdrawn")

_COMMENT: Final = Shapes(
    "discussion/comment.html",
    called="comment",
    branches=(
        *_STATE,
        "is_staff",
        "is_guest",
        "is_supporter",
        "is_edited",
        "is_pinned",
        "is_featured",
        "is_thread_closed",
    ),
    blanks={
        "id": str,
        "url": str,
        "parent_id": _if_any,
        "depth": str,
        "indent": str,
        "author_name": escape,
        "profile_url": str,
        "avatar_url": str,
        "initials": escape,
        "hue": str,
        "answers_name": escape,
        "posted_iso": str,
        "posted_text": escape,
        "html": conditional_escape,
        "reason": escape,
        "up_votes": str,
        "down_votes": str,
        "score": signed,
    },
)

_PLAIN_COMMENT: Final = Shapes(
    "discussion/plain_comment.html",
    called="comment",
    branches=(*_STATE, "is_staff", "indent"),
    blanks={
        "id": str,
        "url": str,
        "author_name": escape,
        "answers_name": escape,
        "posted_text": escape,
        "html": conditional_escape,
        "reason": escape,
    },
)


def comments_html(comments: Iterable[CommentView]) -> str:
    """Comments one after the other, as `discussion/comment.html` shows each."""
    return "".join(_COMMENT.fill_each(comments))


def plain_comments_html(comments: Iterable[CommentView]) -> str:
    """Comments to be read in one go, or on paper."""
    return "".join(_PLAIN_COMMENT.fill_each(comments))


@dataclass(frozen=True)
class MoreReplies:
    """What `discussion/more_replies.html` is given: how many replies follow, and where they are."""

    count: int
    url: str


_MORE_REPLIES: Final = Shapes(
    "discussion/more_replies.html", called="more", branches=("count",), blanks={"url": escape}
)


def more_replies_html(more: MoreReplies) -> str:
    """The last line of a thread of which there is more."""
    return _MORE_REPLIES.fill(more)


@dataclass(frozen=True)
class ThreadLines:
    """What `discussion/thread.html` is given: a thread's id and its lines as HTML, `more` perhaps empty."""

    id: int
    comments: str
    more: str


_THREAD: Final = Shapes(
    "discussion/thread.html",
    called="thread",
    branches=(),
    blanks={"id": str, "comments": str, "more": str},
)


def threads_html(threads: Sequence[ThreadView]) -> str:
    """Threads, each with its first comment and first replies."""
    shown = chain.from_iterable((thread.first, *thread.replies) for thread in threads)
    comments = iter(_COMMENT.fill_each(shown))
    lines = [
        ThreadLines(
            id=thread.first.id,
            comments="".join(islice(comments, 1 + len(thread.replies))),
            more=_more_of(thread),
        )
        for thread in threads
    ]
    return "".join(_THREAD.fill_each(lines))


def _more_of(thread: ThreadView) -> str:
    if not thread.more_replies:
        return ""
    return more_replies_html(MoreReplies(thread.more_replies, thread.more_url))


_FORM: Final = ("is_open", "max_length", "guests_may_comment")

_JOIN: Final = Shapes(
    "discussion/join.html",
    called="page",
    branches=(*_FORM, "is_empty"),
    blanks={"post_url": escape, "preview_url": escape},
)

_ELEMENTS: Final = Shapes(
    "discussion/own_elements.html",
    called="page",
    branches=_FORM,
    blanks={"post_url": escape, "preview_url": escape, "overlay_url": escape},
)


def join_html(page: DiscussionPage) -> str:
    """The form for a new comment, or why there is none."""
    return _JOIN.fill(page)


def elements_html(page: CommentPage | DiscussionPage | ThreadPage) -> str:
    """What our elements need on a page with comments."""
    return _ELEMENTS.fill(page)


# Numbers that between them show every plural form of every language (Unicode CLDR, "Language Plural Rules"):
# Arabic has the most, with forms of their own for 1, 2, 3 to 10, 11 to 99, and 100.
_PLURAL_SAMPLES: Final = (1, 2, 3, 5, 11, 100)


@dataclass(frozen=True)
class LivePart:
    """What `discussion/live.html` is given: the discussion's address, and which version of it the page shows.

    `samples` are numbers that show every plural form.
    """

    src: str
    version: int
    samples: tuple[int, ...] = _PLURAL_SAMPLES


_LIVE: Final = Shapes(
    "discussion/live.html",
    called="live",
    branches=("samples",),
    blanks={"src": escape, "version": str},
)


def live_html(part: LivePart) -> str:
    """What keeps an open page up to date."""
    return _LIVE.fill(part)


_SENTENCES: Final = Shapes("discussion/sentences.html", called="page", branches=(), blanks={})


def sentences_html() -> str:
    """The sentences that the elements of a discussion say."""
    return _SENTENCES.fill(None)
