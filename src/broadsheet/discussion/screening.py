"""The question asked before anything is shown: whether it may stay.

`settings.DISCUSSION_SCREENER` names who answers, a function `(Draft) -> Verdict`. Without one, only the
newsroom's own option speaks: guests' comments may have to wait.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from broadsheet.accounts.models import User

from .models import Comment, Discussion
from .options import GUEST_COMMENTS_WAIT


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Words that somebody wants to publish. `comment` is the one being edited, if any."""

    discussion: Discussion
    author: User
    source: str
    links: tuple[str, ...]
    parent: Comment | None
    comment: Comment | None = None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Publish, or hold for a person to decide; `reason` says why it is held, in a word for the queue."""

    publish: bool
    reason: str = ""


Screener = Callable[[Draft], Verdict]


def screen(draft: Draft) -> Verdict:
    """Answer what the configured screener thinks of `draft`."""
    return _screener(settings.DISCUSSION_SCREENER)(draft)


def hold_what_must_wait(draft: Draft) -> Verdict:
    """Hold guests' comments if the newsroom wants that; publish everything else."""
    if draft.author.is_guest and GUEST_COMMENTS_WAIT.value:
        return Verdict(publish=False, reason="guest")
    return Verdict(publish=True)


@cache
def _screener(name: str) -> Screener:
    found: Screener = import_string(name)
    return found
