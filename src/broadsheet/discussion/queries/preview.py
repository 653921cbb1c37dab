from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from broadsheet.core.errors import Refused
from broadsheet.discussion.models import Discussion
from broadsheet.discussion.options import COMMENT_MAX_LENGTH
from broadsheet.discussion.words import compose


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What `discussion/preview.html` is given: the words as they would stand, or why they cannot."""

    key: str
    title: str
    page_url: str
    html: SafeString
    refusal: Refused | None
    max_length: int
    post_url: str
    preview_url: str


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
        max_length=COMMENT_MAX_LENGTH.value,
        post_url=reverse("discussion:post_comment", args=[discussion.key]),
        preview_url=reverse("discussion:preview", args=[discussion.key]),
    )
