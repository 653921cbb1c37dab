"""The question asked before anything is shown: whether it may stay.

`settings.DISCUSSION_SCREENER` names who answers, a function `(Draft) -> Verdict`. Without another, only the
rights speak that the newsroom grants to people: some wait with everything they write, some with links.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from broadsheet.accounts.models import User

from .models import Comment, Discussion, Right
from .newcomers import is_new
from .rights import has_right

LINKS_OF_NEWCOMERS = 2
"""As many links as Discourse lets new users post."""


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
    """Hold what its author may not publish at once; publish everything else."""
    if not has_right(draft.author, Right.SKIP_QUEUE):
        return Verdict(publish=False, reason="queue")
    if draft.links and not has_right(draft.author, Right.POST_LINKS):
        return Verdict(publish=False, reason="links")
    if len(draft.links) > LINKS_OF_NEWCOMERS and is_new(draft.author, at=draft.at):
        return Verdict(publish=False, reason="many-links")
    return Verdict(publish=True)


@cache
def _screener(name: str) -> Screener:
    found: Screener = import_string(name)
    return found
