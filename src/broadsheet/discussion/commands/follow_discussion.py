from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound
from broadsheet.core.statements import Statement
from broadsheet.discussion.models import Comment, Discussion, Follow, PageState

# A decision that was held up on its way undoes no later one, as with votes. Who follows already has seen no more
# by saying so again; who begins anew has seen all there is.
_FOLLOW = Statement(
    """
    INSERT INTO {Follow} AS follow
        (reader_id, discussion_id, thread_id, is_on, followed_at, seen_version, submission_key)
    SELECT %(reader)s, id, %(thread)s, %(is_on)s, %(at)s, version, %(key)s FROM {Discussion}
    WHERE id = %(discussion)s
    ON CONFLICT (reader_id, discussion_id, thread_id) DO UPDATE SET
        is_on = excluded.is_on,
        followed_at = CASE WHEN follow.is_on THEN follow.followed_at ELSE excluded.followed_at END,
        seen_version = CASE WHEN follow.is_on THEN follow.seen_version ELSE excluded.seen_version END,
        submission_key = greatest(follow.submission_key, excluded.submission_key)
    WHERE excluded.submission_key = '' OR excluded.submission_key > follow.submission_key
    RETURNING {follow}
    """,
    follow=Follow,
    discussion=Discussion,
)


def follow_discussion(
    *, discussion: Discussion, reader: User, is_on: bool, submission_key: str = "", at: datetime
) -> bool:
    """Let `reader` follow `discussion`, or follow it no more. Answers whether they now do.

    Says what shall be: the same call twice is one. `submission_key` (of `Vote`) says when the reader decided.
    Publishes nothing, because nobody else is concerned.
    """
    return _decide(discussion.pk, None, reader, is_on=is_on, key=submission_key, at=at)


def follow_thread(
    *, comment_id: int, reader: User, is_on: bool, submission_key: str = "", at: datetime
) -> bool:
    """Let `reader` follow the thread in which that comment stands, or follow it no more, as `follow_discussion`.

    Raises `NotFound`.
    """
    comment = Comment.objects.filter(pk=comment_id).shown().first()
    if comment is None or comment.discussion.page_state == PageState.GONE:
        raise NotFound
    return _decide(
        comment.discussion_id,
        comment.thread_root_id,
        reader,
        is_on=is_on,
        key=submission_key,
        at=at,
    )


def _decide(
    discussion_id: int, thread_id: int | None, reader: User, *, is_on: bool, key: str, at: datetime
) -> bool:
    decided = _FOLLOW.first(
        discussion=discussion_id,
        thread=thread_id,
        reader=reader.pk,
        is_on=is_on,
        at=at,
        key=key,
    )
    if decided:
        follow: Follow = decided[0]
        return follow.is_on
    return Follow.objects.filter(
        reader=reader, discussion=discussion_id, thread=thread_id, is_on=True
    ).exists()
