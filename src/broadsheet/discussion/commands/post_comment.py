import hashlib
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.discussion.models import Comment, CommentStatus, Discussion
from broadsheet.discussion.policy import Permission, policy
from broadsheet.discussion.screening import Draft, Verdict, screen
from broadsheet.discussion.words import Words, compose

from .statements import write_comment

KEY_LENGTH = 100


class DiscussionClosed(Refused):
    """The discussion takes no more comments."""

    code = "discussion-closed"
    status = 409
    message = _("This discussion is closed.")


class ThreadClosed(Refused):
    """The thread takes no more replies."""

    code = "thread-closed"
    status = 409
    message = _("This thread takes no more replies.")


class WrongDiscussion(Refused):
    """The comment answered is not of this discussion, or not to be seen."""

    code = "wrong-discussion"
    status = 409
    message = _("The comment you are answering is no longer here.")


class SubmissionKeyReused(Refused):
    """The same submission key came with other words."""

    code = "submission-key-reused"
    status = 422
    message = _("This was sent before with other words. Reload the page and send it again.")


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What somebody sends: words for a discussion, perhaps in answer to a comment there.

    `key` names this submission: sent again, at once or later, it is the same comment.
    """

    discussion: Discussion
    source: str
    key: str
    parent: Comment | None
    at: datetime

    @property
    def digest(self) -> str:
        """What tells whether the same words come again."""
        parent_id = self.parent.pk if self.parent else 0
        said = f"{self.discussion.pk}\0{parent_id}\0{self.source}"
        return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()


def post_comment(
    *,
    discussion: Discussion,
    author: User,
    source: str,
    submission_key: str,
    parent: Comment | None = None,
    at: datetime,
) -> Comment:
    """Add `author`'s words to `discussion`, published or held as screening decides.

    `submission_key` names this submission: sent again, at once or later, it answers the comment that
    was made the first time. Rendering and judging come before anything is locked; whether the discussion is
    still open is asked again under its lock.

    Publishes `CommentPosted` or `CommentHeld`. Raises `NotAllowed`, `DiscussionClosed`, `ThreadClosed`,
    `WrongDiscussion`, `NothingSaid`, `TooLong`, `SubmissionKeyReused`.
    """
    policy.require(Permission.POST_COMMENT, author, discussion)
    submission = Submission(
        discussion=discussion, source=source, key=submission_key, parent=parent, at=at
    )
    return submit(submission, author=author)


def submit(
    submission: Submission, *, author: User, keep_author: Callable[[], object] | None = None
) -> Comment:
    """Post for `author`, who may. `keep_author` writes down who they are, in the same transaction.

    That a submission is a repetition is asked only when something is in its way: the key itself, which is
    unique, or whatever has changed since it was first accepted.
    """
    try:
        return _post(submission, author, keep_author)
    except (_InTheWay, IntegrityError, DiscussionClosed, WrongDiscussion) as obstacle:
        if repeated := _made_before(submission):
            return repeated
        if isinstance(obstacle, IntegrityError):
            raise
        raise _reason_against(submission) from None


class _InTheWay(Exception):
    """The comment could not be written."""


def _made_before(submission: Submission) -> Comment | None:
    comment = (
        Comment.objects.filter(submission_key=submission.key[:KEY_LENGTH])
        .select_related("discussion", "author", "parent__author")
        .first()
    )
    if comment and comment.submission_digest != submission.digest:
        raise SubmissionKeyReused
    return comment


def _reason_against(submission: Submission) -> Refused:
    """Why it is refused, of what may have changed meanwhile."""
    discussion, parent = submission.discussion, submission.parent
    if parent is None:
        return DiscussionClosed()
    discussion.refresh_from_db()
    if not discussion.is_open(at=submission.at):
        return DiscussionClosed()
    if parent.discussion_id != discussion.pk:
        return WrongDiscussion()
    parent.refresh_from_db(fields=["status"])
    return ThreadClosed() if parent.is_published else WrongDiscussion()


def _post(
    submission: Submission, author: User, keep_author: Callable[[], object] | None
) -> Comment:
    discussion, parent = submission.discussion, submission.parent
    if not discussion.is_open(at=submission.at):
        raise DiscussionClosed
    if parent and (parent.discussion_id != discussion.pk or not parent.is_published):
        raise WrongDiscussion
    words = compose(submission.source, discussion=discussion)
    draft = Draft(
        discussion=discussion,
        author=author,
        source=words.source,
        links=words.links,
        parent=parent,
        at=submission.at,
    )
    comment = _comment(draft, words, screen(draft))
    comment.submission_key = submission.key[:KEY_LENGTH]
    comment.submission_digest = submission.digest
    # By itself, the statement is its own transaction, which saves two ways to the database.
    alone = keep_author is None and not connection.in_atomic_block
    with nullcontext() if alone else transaction.atomic():
        if keep_author:
            keep_author()
            comment.author = author
        if not write_comment(comment, words):
            raise _InTheWay
    return comment


def _comment(draft: Draft, words: Words, verdict: Verdict) -> Comment:
    parent = draft.parent
    return Comment(
        discussion=draft.discussion,
        author=draft.author,
        parent=parent,
        thread_id=parent.thread_root_id if parent else None,
        depth=parent.depth + 1 if parent else 0,
        source=words.source,
        html=words.html,
        status=CommentStatus.PUBLISHED if verdict.publish else CommentStatus.HELD,
        is_shown=verdict.publish,
        reason=verdict.reason,
        posted_at=draft.at,
    )
