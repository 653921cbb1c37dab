"""From what somebody typed to words that can be kept: measured, rendered, their quotations checked."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.core.markup import VERSION, Attribution, Attributor, render
from broadsheet.core.text import is_visible, normalise

from .models import Comment, Discussion
from .options import COMMENT_MAX_LENGTH
from .quoting import stands_in


class NothingSaid(Refused):
    """The comment is empty, or holds nothing visible."""

    code = "nothing-said"
    status = 422
    message = _("Write something first.")


class TooLong(Refused):
    """The comment is longer than the newsroom allows."""

    code = "too-long"
    status = 422
    message = _(
        "That is %(length)d characters; at most %(limit)d fit. Please shorten it or post it in parts."
    )


@dataclass(frozen=True, kw_only=True)
class Words:
    """A comment's words, ready to be kept. `quoted` are ids of comments whose words stand in it, checked."""

    source: str
    html: str
    links: tuple[str, ...]
    quoted: tuple[int, ...]


def compose(typed: str, *, discussion: Discussion) -> Words:
    """Make words of what was `typed` in `discussion`.

    Quotations are compared with published comments of the same discussion. Raises `NothingSaid` and
    `TooLong`.
    """
    source = normalise(typed).strip()
    limit = COMMENT_MAX_LENGTH.value
    if len(source) > limit:
        raise TooLong(length=len(source), limit=limit)
    rendered = render(source, attribute=_attributions(discussion))
    if not is_visible(rendered.text):
        raise NothingSaid
    return Words(
        source=source,
        html=rendered.html,
        links=rendered.links,
        quoted=tuple(dict.fromkeys(rendered.quotations)),
    )


def present_html(comment: Comment) -> str:
    """The words of `comment` as today's markup writes them: as they are stored, or else rendered anew.

    A quotation keeps its mark if it is still true of the published words it names.
    """
    if comment.markup_version == VERSION:
        return comment.html
    try:
        return render(comment.source, attribute=_attributions(comment.discussion)).html
    except ValueError:  # longer than words may be today
        return comment.html


def comment_path(comment_id: int) -> str:
    """The permalink's path of a comment, as it also stands in quotations that readers write."""
    return f"/comments/{comment_id}/"


def thread_path(thread_id: int) -> str:
    """The path of the page of the thread that begins with this comment."""
    return f"/comments/{thread_id}/thread/"


def _attributions(discussion: Discussion) -> Attributor:
    """Confirm a quotation if its words really stand in the published comment it names, here in `discussion`."""

    def confirm(comment_id: int, words: str) -> Attribution | None:
        named = Comment.objects.filter(discussion=discussion, pk=comment_id).published()
        quoted = named.select_related("author").first()
        if quoted is None or not stands_in(words, render(quoted.source).own_words):
            return None
        return Attribution(name=quoted.author.name, url=comment_path(quoted.pk))

    return confirm
