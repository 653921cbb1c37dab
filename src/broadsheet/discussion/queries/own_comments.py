from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from broadsheet.accounts.models import User
from broadsheet.core.pages import read_cursor, write_cursor
from broadsheet.discussion.models import Comment, CommentStatus, PageState

from .comment_view import CommentView, comment_view

COMMENTS_ON_A_PAGE = 20

STATES: Final[dict[str, tuple[str | Promise, frozenset[CommentStatus]]]] = {
    "": (pgettext_lazy("comments", "All"), frozenset(CommentStatus)),
    "published": (
        pgettext_lazy("comments", "Published"),
        frozenset({CommentStatus.PUBLISHED}),
    ),
    "waiting": (pgettext_lazy("comments", "Waiting"), frozenset({CommentStatus.HELD})),
    "removed": (
        pgettext_lazy("comments", "Removed"),
        frozenset({CommentStatus.REMOVED, CommentStatus.SPAM, CommentStatus.TRASH}),
    ),
    "withdrawn": (
        pgettext_lazy("comments", "Withdrawn"),
        frozenset({CommentStatus.WITHDRAWN}),
    ),
}
"""The lists there are, by the word for them in an address: what each is called, and what stands in it."""

_WHY_IT_WAITS: Final[dict[str, str | Promise]] = {
    "queue": _("What you write waits here until somebody in the newsroom has read it."),
    "links": _(
        "It has links in it, and somebody in the newsroom looks at those before others see them."
    ),
    "many-links": _(
        "It has many links in it, as advertising has; somebody in the newsroom looks at it before others see it."
    ),
}
"""What `screening` holds for, said to whoever wrote it."""
_WAITS: Final = _("Somebody in the newsroom will read it before others do.")
_SET_ASIDE: Final = _("The newsroom has set it aside as advertising or noise.")


@dataclass(frozen=True, kw_only=True)
class StateLink:
    """One list of the reader's comments, and where it is."""

    label: str | Promise
    url: str
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class OwnComment:
    """One comment of the reader's, with what became of it in `why`; `url` is "" where its page is gone."""

    comment: CommentView
    title: str
    url: str
    why: str


@dataclass(frozen=True, kw_only=True)
class OwnComments:
    """What `discussion/own_comments.html` is given: a page of one's own comments, the latest first."""

    states: list[StateLink]
    comments: list[OwnComment]
    is_first_page: bool
    next_url: str | None


def own_comments(reader: User, *, state: str = "", after: str = "", here: str = "") -> OwnComments:
    """The comments of `reader` in the list named `state` (all, where there is no such list), from `after`.

    `here` is the page's address. One query; a later page costs what the first does. Raises
    `CursorNotUnderstood`.
    """
    state = state if state in STATES else ""
    comments = Comment.objects.filter(author=reader).with_people().select_related("discussion")
    if state:
        comments = comments.filter(status__in=STATES[state][1])
    if after:
        (last,) = read_cursor(after, int)
        comments = comments.filter(pk__lt=last)
    found = list(comments.order_by("-pk")[: COMMENTS_ON_A_PAGE + 1])
    shown = found[:COMMENTS_ON_A_PAGE]
    next_url = None
    if len(found) > COMMENTS_ON_A_PAGE:
        next_url = _address(here, state=state, after=write_cursor(shown[-1].pk))
    return OwnComments(
        states=[
            StateLink(label=label, url=_address(here, state=name), is_current=name == state)
            for name, (label, _statuses) in STATES.items()
        ],
        comments=[_own_comment(comment) for comment in shown],
        is_first_page=not after,
        next_url=next_url,
    )


def _own_comment(comment: Comment) -> OwnComment:
    view = comment_view(comment, with_words=True)
    is_gone = comment.discussion.page_state == PageState.GONE
    page = view.url if comment.is_published else f"{view.url}actions/"
    return OwnComment(
        comment=view,
        title=comment.discussion.title,
        url="" if is_gone else page,
        why=_why(comment),
    )


def _why(comment: Comment) -> str:
    match comment.status:
        case CommentStatus.HELD:
            return str(_WHY_IT_WAITS.get(comment.reason, _WAITS))
        case CommentStatus.REMOVED:
            return comment.reason
        case CommentStatus.SPAM | CommentStatus.TRASH:
            return str(_SET_ASIDE)
        case _:
            return ""


def _address(here: str, **query: str) -> str:
    given = {name: value for name, value in query.items() if value}
    return f"{here}?{urlencode(given)}" if given else here
