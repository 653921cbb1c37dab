import hashlib
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.discussion.events import CommentHeld, CommentPosted
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, PageState, Quotation
from broadsheet.discussion.policy import Permission, policy
from broadsheet.discussion.screening import Draft, Verdict, screen
from broadsheet.discussion.words import Words, compose

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
    was made the first time. Rendering and judging come before anything is locked; the first statement
    of the writing both locks the discussion and makes sure that it is still open.

    Publishes `CommentPosted` or `CommentHeld`. Raises `NotAllowed`, `DiscussionClosed`, `ThreadClosed`,
    `WrongDiscussion`, `NothingSaid`, `TooLong`, `SubmissionKeyReused`.
    """
    policy.require(Permission.POST_COMMENT, author, discussion)
    digest = _digest(discussion, parent, source)
    if repeated := _made_before(submission_key, digest):
        return repeated
    if not discussion.is_open(at=at):
        raise DiscussionClosed
    _refuse_wrong_parent(discussion, parent)

    words = compose(source, discussion=discussion)
    draft = Draft(
        discussion=discussion,
        author=author,
        source=words.source,
        links=words.links,
        parent=parent,
        at=at,
    )
    verdict = screen(draft)
    comment = _comment(draft, words, verdict)
    comment.submission_key, comment.submission_digest = submission_key[:KEY_LENGTH], digest
    try:
        _write(comment, words, verdict)
    except IntegrityError:
        if repeated := _made_before(submission_key, digest):
            return repeated
        raise
    return comment


def _digest(discussion: Discussion, parent: Comment | None, source: str) -> str:
    said = f"{discussion.pk}\0{parent.pk if parent else 0}\0{source}"
    return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()


def _made_before(submission_key: str, digest: str) -> Comment | None:
    comment = (
        Comment.objects.filter(submission_key=submission_key[:KEY_LENGTH])
        .select_related("discussion", "author", "parent__author")
        .first()
    )
    if comment and comment.submission_digest != digest:
        raise SubmissionKeyReused
    return comment


def _refuse_wrong_parent(discussion: Discussion, parent: Comment | None) -> None:
    if parent is None:
        return
    if parent.discussion_id != discussion.pk or not parent.is_published:
        raise WrongDiscussion
    thread = parent.thread or parent
    if thread.thread_closed_at:
        raise ThreadClosed


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


_COUNT = """
    UPDATE broadsheet_discussion_discussion SET
        comment_count = comment_count + %s, thread_count = thread_count + %s, version = version + %s
    WHERE id = %s AND closed_at IS NULL AND page_state = %s
    RETURNING version
"""


def _count(discussion: Discussion, *, comments: int, threads: int) -> int:
    """Lock `discussion`, count what is posted, answer its new version. Raises `DiscussionClosed`."""
    with connection.cursor() as cursor:
        cursor.execute(
            _COUNT, [comments, threads, comments, discussion.pk, PageState.TAKES_COMMENTS]
        )
        row = cursor.fetchone()
    if row is None:
        raise DiscussionClosed
    return int(row[0])


@transaction.atomic
def _write(comment: Comment, words: Words, verdict: Verdict) -> None:
    counted = 1 if verdict.publish else 0
    version = _count(
        comment.discussion, comments=counted, threads=0 if comment.parent_id else counted
    )
    comment.discussion.version = version
    if counted:
        comment.changed_in = comment.appeared_in = version
    comment.save(force_insert=True)
    if counted and comment.thread_id:
        Comment.objects.filter(pk=comment.thread_id).update(reply_count=F("reply_count") + 1)
    Quotation.objects.bulk_create(
        Quotation(comment=comment, quoted_id=quoted) for quoted in words.quoted
    )

    what_happened = CommentPosted if verdict.publish else CommentHeld
    publish(what_happened.about(comment))
