"""The statements of the two writes that everybody makes, a comment and a vote. Used by the commands beside it.

Each locks what it changes. The discussion comes first, then its comments by whatever statement: so no two
writers wait for each other in a circle. In PostgreSQL's READ COMMITTED each statement sees all that was committed
before it began, so what follows a lock sees what the lock waited for.
"""

from broadsheet.core.statements import Insertion, Statement
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, PageState, Vote

# Posting

insert_comment = Insertion(Comment, unless="submission_key")
"""Write a comment down; False where there is one with this submission key."""

_COUNT_COMMENT = Statement(
    """
    UPDATE {Discussion} SET
        comment_count = comment_count + %s, thread_count = thread_count + %s, version = version + %s
    WHERE id = %s AND closed_at IS NULL AND page_state = %s
    RETURNING version
    """,
    discussion=Discussion,
)

_COUNT_ANSWER = Statement(
    """
    UPDATE {First} first SET reply_count = first.reply_count + %s
    FROM {Parent} parent
    WHERE first.id = %s AND first.thread_closed_at IS NULL AND parent.id = %s AND parent.status = %s
    RETURNING first.id
    """,
    first=Comment,
    parent=Comment,
)


def count_comment(comment: Comment) -> bool:
    """Lock the discussion of a new `comment` and count it there; False where the discussion is closed.

    A comment that waits counts for nothing and is no version.
    """
    published = int(comment.is_published)
    begins_thread = published if comment.parent_id is None else 0
    counted = _COUNT_COMMENT.first(
        published, begins_thread, published, comment.discussion_id, PageState.TAKES_COMMENTS
    )
    if counted is None:
        return False
    comment.discussion.version = counted[0]
    if published:
        comment.changed_in = comment.appeared_in = counted[0]
    return True


def count_answer(comment: Comment) -> bool:
    """Count an answer in its thread; False where what it answers can no longer be answered.

    One that waits counts for nothing.
    """
    published = int(comment.is_published)
    found = _COUNT_ANSWER.first(
        published, comment.thread_id, comment.parent_id, CommentStatus.PUBLISHED
    )
    return found is not None


# Voting

_LOCK_FOR_VOTE = Statement(
    """
    SELECT {comment}, {discussion} FROM {Comment} comment
    JOIN {Discussion} discussion ON discussion.id = comment.discussion_id
    WHERE comment.id = %s AND discussion.page_state <> %s
    FOR NO KEY UPDATE OF comment
    """,
    comment=Comment,
    discussion=Discussion,
)

_COUNT_VOTE = Statement(
    """
    WITH before AS (
        SELECT value FROM {Vote} WHERE voter_id = %(voter)s AND comment_id = %(comment)s
    ), now AS (
        INSERT INTO {Vote} AS vote (voter_id, comment_id, value, cast_at, submission_key)
        VALUES (%(voter)s, %(comment)s, %(value)s, %(at)s, %(key)s)
        ON CONFLICT (voter_id, comment_id) DO UPDATE SET
            value = excluded.value, cast_at = excluded.cast_at,
            submission_key = greatest(vote.submission_key, excluded.submission_key)
        WHERE excluded.submission_key = '' OR excluded.submission_key > vote.submission_key
        RETURNING value
    ), change AS (
        SELECT (now.value = 1)::int - (coalesce(before.value, 0) = 1)::int AS up,
            (now.value = -1)::int - (coalesce(before.value, 0) = -1)::int AS down
        FROM now LEFT JOIN before ON true
    )
    UPDATE {Comment} comment SET
        up_votes = up_votes + up, down_votes = down_votes + down,
        changed_in = (SELECT version FROM {Discussion} WHERE id = comment.discussion_id) + 1
    FROM change WHERE comment.id = %(comment)s AND (up <> 0 OR down <> 0)
    RETURNING up_votes, down_votes, score, reactions, best, changed_in
    """,
    vote=Vote,
    comment=Comment,
    discussion=Discussion,
)

_VALUE_OF_VOTE = Statement(
    "SELECT value FROM {Vote} WHERE voter_id = %s AND comment_id = %s", vote=Vote
)


def lock_for_vote(comment_id: int) -> Comment | None:
    """Lock a comment; answer it with its discussion, or None where it is not there, or its page is gone.

    The discussion is not locked, because a vote is no version of it: everybody may vote while somebody
    writes. FOR NO KEY UPDATE: replies, which only refer to the comment, need not wait either.
    """
    found = _LOCK_FOR_VOTE.first(comment_id, PageState.GONE)
    if found is None:
        return None
    comment: Comment
    comment, comment.discussion = found
    return comment


def count_vote(vote: Vote) -> bool:
    """Make `vote` the one of its voter on a locked comment, and count it there; False if nothing changed.

    Where a later vote was there already, `vote` is given its value. That the vote is written before it is
    known whether it changes anything keeps its key in any case.
    """
    counted = _COUNT_VOTE.first(
        voter=vote.voter_id,
        comment=vote.comment_id,
        value=vote.value,
        at=vote.cast_at,
        key=vote.submission_key,
    )
    if counted is None:
        [vote.value] = _VALUE_OF_VOTE.first(vote.voter_id, vote.comment_id) or [0]
        return False
    comment = vote.comment
    comment.up_votes, comment.down_votes, comment.score = counted[:3]
    comment.reactions, comment.best, comment.changed_in = counted[3:]
    return True
