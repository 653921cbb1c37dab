"""The statements of the two writes that everybody makes, a comment and a vote. Used by the commands beside it.

Each is sent together with the lock it needs: first what shall change is locked, then one statement looks
whether it may, changes it, and tells. In PostgreSQL's READ COMMITTED each statement sees all that was
committed before it began, so the second sees what the lock waited for. Locks are taken in one order by every
command, a discussion before its comments: so no two writers wait for each other in a circle.
"""

from broadsheet.core.events import TELLING, told, written
from broadsheet.core.statements import Insertion, Statement
from broadsheet.discussion.events import CommentHeld, CommentPosted, VoteCast
from broadsheet.discussion.models import (
    Comment,
    CommentStatus,
    Discussion,
    PageState,
    Quotation,
    Vote,
)
from broadsheet.discussion.words import Words

# Posting

_comment = Insertion(
    Comment,
    instead={
        "changed_in": "may.version * %(published)s",
        "appeared_in": "may.version * %(published)s",
    },
    source="FROM may",
)

_POST = Statement(
    "SELECT id FROM {Discussion} WHERE id = %(discussion_id)s FOR NO KEY UPDATE",
    """
    WITH may AS (
        SELECT version + %(published)s AS version FROM {Discussion}
        WHERE id = %(discussion_id)s AND closed_at IS NULL AND page_state = %(takes_comments)s
        AND NOT EXISTS (SELECT FROM {Comment} WHERE submission_key = %(submission_key)s)
        AND (%(parent_id)s::bigint IS NULL OR EXISTS (
            SELECT FROM {Comment} parent, {Comment} first
            WHERE parent.id = %(parent_id)s AND parent.status = %(public)s
            AND first.id = %(thread_id)s AND first.thread_closed_at IS NULL
        ))
    ), counted AS (
        UPDATE {Discussion} discussion SET
            version = may.version, comment_count = comment_count + %(published)s,
            thread_count = thread_count + %(begins_thread)s
        FROM may WHERE discussion.id = %(discussion_id)s
    ), answered AS (
        UPDATE {Comment} first SET reply_count = reply_count + %(published)s
        FROM may WHERE first.id = %(thread_id)s
    ), kept AS (
        {insertion}
    ), quoted AS (
        INSERT INTO {Quotation} (comment_id, quoted_id)
        SELECT kept.id, unnest(%(quoted)s::bigint[]) FROM kept
    )
    SELECT {telling}, may.version, kept.* FROM kept, may
    """,
    discussion=Discussion,
    comment=Comment,
    quotation=Quotation,
    parts={
        "insertion": _comment.sql,
        "telling": TELLING.format(
            "(%(event)s::jsonb || jsonb_build_object('version', may.version, 'comment_id',"
            " kept.id, 'thread_id', coalesce(%(thread_id)s, kept.id)))::text"
        ),
    },
)


def write_comment(comment: Comment, words: Words) -> bool:
    """Write a new `comment` of these `words` down, count it where it stands, and tell of it.

    A comment that waits counts for nothing and is no version. False, and nothing is written, where something is
    in the way: the discussion or the thread is closed, what it answers is not public, or its submission key is
    taken. Raises `IntegrityError` where the key is taken at this very moment in another discussion.
    """
    kind = CommentPosted if comment.is_published else CommentHeld
    published = int(comment.is_published)
    found = _POST.first(
        **_comment.values(comment),
        published=published,
        begins_thread=published if comment.parent_id is None else 0,
        quoted=list(words.quoted),
        takes_comments=PageState.TAKES_COMMENTS,
        public=CommentStatus.PUBLISHED,
        event=written(kind.about(comment)),
    )
    if found is None:
        return False
    _notified, _committed, version, *made_up = found
    _comment.complete(comment, made_up)
    comment.discussion.version = version
    comment.changed_in = comment.appeared_in = version * published
    told(kind.about(comment))
    return True


# Voting

_VOTED_ON = Statement(
    """
    SELECT {comment}, {discussion} FROM {Comment} comment
    JOIN {Discussion} discussion ON discussion.id = comment.discussion_id
    WHERE comment.id = %s AND discussion.page_state <> %s
    """,
    comment=Comment,
    discussion=Discussion,
)

_VOTE = Statement(
    # Not the discussion, because a vote is no version of it: everybody may vote while somebody writes. And
    # replies, which only refer to the comment, need not wait either.
    "SELECT id FROM {Comment} WHERE id = %(comment_id)s FOR NO KEY UPDATE",
    """
    WITH may AS (
        SELECT discussion.version + 1 AS version FROM {Comment} comment
        JOIN {Discussion} discussion ON discussion.id = comment.discussion_id
        WHERE comment.id = %(comment_id)s AND comment.status = %(public)s
        AND discussion.closed_at IS NULL AND discussion.page_state = %(takes_comments)s
    ), before AS (
        SELECT value, value * is_counted::int AS counted FROM {Vote}
        WHERE voter_id = %(voter_id)s AND comment_id = %(comment_id)s
    ), now AS (
        INSERT INTO {Vote} AS vote
            (voter_id, comment_id, value, cast_at, submission_key, is_counted)
        SELECT %(voter_id)s, %(comment_id)s, %(value)s, %(cast_at)s, %(key)s, %(is_counted)s FROM may
        ON CONFLICT (voter_id, comment_id) DO UPDATE SET
            value = excluded.value, cast_at = excluded.cast_at, is_counted = excluded.is_counted,
            submission_key = greatest(vote.submission_key, excluded.submission_key)
        WHERE excluded.submission_key = '' OR excluded.submission_key > vote.submission_key
        RETURNING value, value * is_counted::int AS counted
    ), change AS (
        SELECT (now.counted = 1)::int - (coalesce(before.counted, 0) = 1)::int AS up,
            (now.counted = -1)::int - (coalesce(before.counted, 0) = -1)::int AS down
        FROM now LEFT JOIN before ON true
    ), changed AS (
        UPDATE {Comment} comment SET
            up_votes = up_votes + up, down_votes = down_votes + down, changed_in = may.version
        FROM change, may WHERE comment.id = %(comment_id)s AND (up <> 0 OR down <> 0)
        RETURNING up_votes, down_votes, score, reactions, best, changed_in
    ), told AS (
        SELECT {telling} FROM changed
    )
    SELECT coalesce(now.value, before.value, 0), told.set_config IS NOT NULL, changed.*
    FROM may LEFT JOIN before ON true LEFT JOIN now ON true
    LEFT JOIN changed ON true LEFT JOIN told ON true
    """,
    vote=Vote,
    comment=Comment,
    discussion=Discussion,
    parts={
        "telling": TELLING.format(
            "(%(event)s::jsonb || jsonb_build_object('up', up_votes, 'down', down_votes))::text"
        )
    },
)

_COUNTERS = ("up_votes", "down_votes", "score", "reactions", "best", "changed_in")


def voted_on(comment_id: int) -> Comment | None:
    """Answer a comment with its discussion, or None where it is not there, or its page is gone."""
    found = _VOTED_ON.first(comment_id, PageState.GONE)
    if found is None:
        return None
    comment: Comment
    comment, comment.discussion = found
    return comment


def write_vote(vote: Vote) -> bool:
    """Make `vote` the one of its voter on its comment, count it there if it is to be, and tell what that changed.

    Gives `vote` its value, which is another one where a later vote was there already, and its comment fresh
    counters. That the vote is written before it is known whether it changes anything keeps its key in any case.
    False, and nothing is written, where the comment is not public or its discussion closed.
    """
    comment = vote.comment
    found = _VOTE.first(
        voter_id=vote.voter_id,
        comment_id=comment.pk,
        value=vote.value,
        cast_at=vote.cast_at,
        key=vote.submission_key,
        is_counted=vote.is_counted,
        public=CommentStatus.PUBLISHED,
        takes_comments=PageState.TAKES_COMMENTS,
        event=written(VoteCast.about(comment)),
    )
    if found is None:
        return False
    vote.value, has_changed, *counters = found
    if has_changed:
        for name, value in zip(_COUNTERS, counters, strict=True):
            setattr(comment, name, value)
        told(VoteCast.about(comment))
    return True
