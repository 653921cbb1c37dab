from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.commands import create_guest, introduce_guest
from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed
from broadsheet.discussion.models import Comment, Discussion
from broadsheet.discussion.options import GUESTS_MAY_COMMENT

from .post_comment import post_comment


class GuestsNotWelcome(NotAllowed):
    """The newsroom takes comments from readers with an account only."""

    code = "guests-not-welcome"
    message = _("Only readers who have signed in may comment here.")


@transaction.atomic
def post_comment_as_guest(
    *,
    discussion: Discussion,
    guest: User | None,
    name: str,
    email: str = "",
    source: str,
    submission_key: str,
    parent: Comment | None = None,
    at: datetime,
) -> Comment:
    """Post for somebody who gives a name: `guest` if their browser's key says who it is, else a new one.

    A submission that was accepted before answers its comment, whose author is then the guest of that
    time: a browser that never received its key gets it now. Raises `GuestsNotWelcome`, `NameMissing`,
    and what `post_comment` raises; then there is no new guest either.
    """
    if not GUESTS_MAY_COMMENT.value:
        raise GuestsNotWelcome
    if guest is None:
        author = create_guest(name=name, email=email, at=at)
    elif not guest.name:
        author = introduce_guest(guest=guest, name=name, email=email)
    else:
        author = guest
    comment = post_comment(
        discussion=discussion,
        author=author,
        source=source,
        submission_key=submission_key,
        parent=parent,
        at=at,
    )
    if guest is None and comment.author_id != author.pk:
        author.delete()
    return comment
