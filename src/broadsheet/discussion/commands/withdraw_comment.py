from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.discussion.events import CommentWithdrawn
from broadsheet.discussion.models import Comment, CommentStatus, Quotation
from broadsheet.discussion.policy import Permission, policy

from .change_status import change_status, lock_comment
from .edit_comment import NothingToEdit


@transaction.atomic
def withdraw_comment(*, comment: Comment, author: User, at: datetime) -> Comment:
    """Take back `author`'s own words: they and their history are erased, replies keep their place.

    Nobody, staff included, can bring them back; what others quoted stays in the others' words.
    Publishes `CommentWithdrawn`. Raises `NotAllowed`, and `NothingToEdit` if there are no words any more.
    """
    comment = lock_comment(comment)
    policy.require(Permission.WITHDRAW_COMMENT, author, comment)
    if comment.status not in (CommentStatus.PUBLISHED, CommentStatus.HELD):
        raise NothingToEdit
    comment.source, comment.html, comment.edited_at = "", "", at
    comment.revisions.all().delete()
    Quotation.objects.filter(comment=comment).delete()
    change_status(comment, CommentStatus.WITHDRAWN, also=["source", "html", "edited_at"])
    publish(CommentWithdrawn.about(comment))
    return comment
