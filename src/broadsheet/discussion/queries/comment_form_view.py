"""What the form for a new comment needs to know, on whichever page it stands."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from django.urls import reverse

from broadsheet.accounts.models import Strength
from broadsheet.discussion.models import Right
from broadsheet.discussion.options import COMMENT_MAX_LENGTH
from broadsheet.discussion.rights import strength_has


@dataclass(frozen=True, kw_only=True)
class WithCommentForm:
    """A page on which `discussion/comment_form.html` stands. `max_length` is in characters."""

    post_url: str
    preview_url: str
    max_length: int
    guests_may_comment: bool


class CommentFormFields(TypedDict):
    """The fields of `WithCommentForm`."""

    post_url: str
    preview_url: str
    max_length: int
    guests_may_comment: bool


def comment_form_fields(key: str) -> CommentFormFields:
    """What `WithCommentForm` is given on a page about the discussion `key`."""
    return CommentFormFields(
        **_addresses(key),
        max_length=COMMENT_MAX_LENGTH.value,
        guests_may_comment=strength_has(Strength.GUEST, Right.COMMENT),
    )


class _Addresses(TypedDict):
    post_url: str
    preview_url: str


@lru_cache(maxsize=1_000)
def _addresses(key: str) -> _Addresses:
    return _Addresses(
        post_url=reverse("discussion:post_comment", args=[key]),
        preview_url=reverse("discussion:preview", args=[key]),
    )
