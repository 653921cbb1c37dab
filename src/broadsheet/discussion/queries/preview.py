from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from broadsheet.core.errors import Refused
from broadsheet.discussion.models import Discussion
from broadsheet.discussion.words import compose

from .comment_form_view import WithCommentForm, comment_form_fields


@dataclass(frozen=True, kw_only=True)
class Preview(WithCommentForm):
    """What `discussion/preview.html` is given: the words as they would stand, or why they cannot."""

    key: str
    title: str
    page_url: str
    html: SafeString
    refusal: Refused | None


def preview(discussion: Discussion, typed: str) -> Preview:
    """How `typed` would look as a comment, by the very renderer that posting uses. Writes nothing."""
    html, refusal = "", None
    try:
        html = compose(typed, discussion=discussion).html
    except Refused as refused:
        refusal = refused
    return Preview(
        key=discussion.key,
        title=discussion.title,
        page_url=discussion.url,
        # The one renderer made it safe (core.markup).
        html=mark_safe(html),  # noqa: S308
        refusal=refusal,
        **comment_form_fields(discussion.key),
    )
