from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.commands import introduce_guest, keep_guest, new_guest
from broadsheet.accounts.models import Strength, User
from broadsheet.core.errors import NotAllowed
from broadsheet.discussion.models import Comment, Discussion, Right
from broadsheet.discussion.policy import Permission, policy
from broadsheet.discussion.rights import strength_has

from .post_comment import Submission, submit


class GuestsNotWelcome(NotAllowed):
    """The newsroom takes comments from readers with an account only."""

    code = "guests-not-welcome"
    message = _("Only readers who have signed in may comment here.")


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

    A new guest is written down together with their first comment. A submission that was accepted before
    answers its comment, whose author is then the guest of that time: a browser that never received its
    key gets it now. Raises `GuestsNotWelcome`, `NameMissing`, and what `post_comment` raises; then there is
    no new guest either.
    """
    if not strength_has(Strength.GUEST, Right.COMMENT):
        raise GuestsNotWelcome
    keep_author: Callable[[], object] | None = None
    if guest is None:
        author = new_guest(name=name, email=email, at=at)
        keep_author = partial(keep_guest, guest=author)
    else:
        author = guest
        if not guest.name:
            keep_author = partial(introduce_guest, guest=guest, name=name, email=email)
    policy.require(Permission.POST_COMMENT, author, discussion)
    submission = Submission(
        discussion=discussion, source=source, key=submission_key, parent=parent, at=at
    )
    return submit(submission, author=author, keep_author=keep_author)
