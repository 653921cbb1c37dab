from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.core.markup import VERSION
from broadsheet.discussion.events import CommentEdited
from broadsheet.discussion.models import Comment, CommentStatus, Quotation, Revision
from broadsheet.discussion.options import EDIT_WINDOW_MINUTES
from broadsheet.discussion.policy import Permission, policy
from broadsheet.discussion.screening import Draft, Verdict, screen
from broadsheet.discussion.words import Words, compose

from .change_status import change_status, lock_comment, save_change


class TooLateToEdit(Refused):
    """The time for editing is over."""

    code = "too-late-to-edit"
    status = 409
    message = _("Comments can be edited for %(minutes)d minutes; that time is over.")


class EditedMeanwhile(Refused):
    """There is a newer edit than the one that this was made upon."""

    code = "edited-meanwhile"
    status = 409
    message = _(
        "You have changed this comment elsewhere meanwhile. Look at it before you change it again."
    )


class NothingToEdit(Refused):
    """The comment's words were taken back or taken down."""

    code = "nothing-to-edit"
    status = 409
    message = _("This comment has no words any more that could be edited.")


def edit_comment(
    *, comment: Comment, editor: User, source: str, at: datetime, upon: int | None = None
) -> Comment:
    """Give `comment` new words; the old ones stay readable in its history.

    The new words are judged like a new comment's, and may be held. The same words again change nothing.
    `upon` is the id of the newest `Revision` that the editor knew, 0 for none, so that an edit which comes late
    undoes no newer one. Publishes `CommentEdited`. Raises `NotAllowed`, `TooLateToEdit`, `NothingToEdit`,
    `EditedMeanwhile`, `NothingSaid`, `TooLong`.
    """
    policy.require(Permission.EDIT_COMMENT, editor, comment)
    _refuse_unless_editable(comment, at=at)
    words = compose(source, discussion=comment.discussion)
    if words.source == comment.source:
        return comment
    verdict = screen(
        Draft(
            discussion=comment.discussion,
            author=editor,
            source=words.source,
            links=words.links,
            parent=comment.parent,
            comment=comment,
            at=at,
        )
    )
    return _write(comment, words, verdict, at=at, upon=upon)


def _refuse_unless_editable(comment: Comment, *, at: datetime) -> None:
    if comment.status not in (CommentStatus.PUBLISHED, CommentStatus.HELD):
        raise NothingToEdit
    if at > comment.editable_until:
        raise TooLateToEdit(minutes=EDIT_WINDOW_MINUTES.value)


@transaction.atomic
def _write(
    comment: Comment, words: Words, verdict: Verdict, *, at: datetime, upon: int | None
) -> Comment:
    comment = lock_comment(comment)
    _refuse_unless_editable(comment, at=at)
    if upon is not None and comment.revisions.filter(pk__gt=upon).exists():
        if comment.source == words.source:
            return comment
        raise EditedMeanwhile
    Revision.objects.create(
        comment=comment,
        source=comment.source,
        html=comment.html,
        written_at=comment.edited_at or comment.posted_at,
        replaced_at=at,
    )
    comment.source, comment.html, comment.edited_at = words.source, words.html, at
    comment.markup_version = VERSION
    Quotation.objects.filter(comment=comment).delete()
    Quotation.objects.bulk_create(
        Quotation(comment=comment, quoted_id=quoted) for quoted in words.quoted
    )
    rewritten = ["source", "html", "markup_version", "edited_at"]
    if verdict.publish:
        save_change(comment, rewritten)
    else:
        change_status(comment, CommentStatus.HELD, reason=verdict.reason, also=rewritten)
    publish(CommentEdited.about(comment))
    return comment
