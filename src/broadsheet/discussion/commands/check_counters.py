"""Whether every number kept beside what it counts is what counting says. Nobody's judgement, so no moderator."""

from dataclasses import dataclass
from typing import Any, Final

from django.db import connection, transaction

from broadsheet.core.events import publish
from broadsheet.discussion.events import CountersMended
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, Vote

from .change_status import KEEPS_ITS_PLACE, lock_discussion


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A number that is not what counting says. `counter` is the column; `is_shown` is 0 or 1.

    `comment_id` is None where it is a count of the whole discussion.
    """

    counter: str
    comment_id: int | None
    discussion_id: int
    stored: int
    counted: int


# Each answers (id, discussion_id, stored, counted) of one discussion, or of all where it is null. One
# statement sees one moment, and commands leave no moment in which a number is wrong: so this may run while
# people write. `is_shown` stands first, because other numbers count what is shown.
_RECOUNTS: Final = {
    "is_shown": """
        SELECT comment.id, comment.discussion_id, comment.is_shown AS stored,
            comment.status = ANY(%(keep)s) OR EXISTS (
                SELECT FROM {Comment} answer WHERE answer.parent_id = comment.id AND answer.is_shown
            ) AS counted
        FROM {Comment} comment WHERE {only}
        """,
    "reply_count": """
        SELECT comment.id, comment.discussion_id, comment.reply_count AS stored,
            coalesce(answers.number, 0) AS counted
        FROM {Comment} comment LEFT JOIN (
            SELECT thread_id, count(*) AS number FROM {Comment} comment
            WHERE is_shown AND thread_id IS NOT NULL AND {only} GROUP BY thread_id
        ) answers ON answers.thread_id = comment.id WHERE {only}
        """,
    "up_votes": """
        SELECT comment.id, comment.discussion_id, comment.up_votes AS stored,
            comment.imported_up + coalesce(votes.number, 0) AS counted
        FROM {Comment} comment LEFT JOIN (
            SELECT comment_id, count(*) AS number FROM {Vote} WHERE value = 1 AND is_counted GROUP BY comment_id
        ) votes ON votes.comment_id = comment.id WHERE {only}
        """,
    "down_votes": """
        SELECT comment.id, comment.discussion_id, comment.down_votes AS stored,
            comment.imported_down + coalesce(votes.number, 0) AS counted
        FROM {Comment} comment LEFT JOIN (
            SELECT comment_id, count(*) AS number FROM {Vote} WHERE value = -1 AND is_counted GROUP BY comment_id
        ) votes ON votes.comment_id = comment.id WHERE {only}
        """,
    "comment_count": """
        SELECT discussion.id, discussion.id AS discussion_id, discussion.comment_count AS stored,
            count(comment.id) AS counted
        FROM {Discussion} discussion LEFT JOIN {Comment} comment
            ON comment.discussion_id = discussion.id AND comment.status = %(published)s
        WHERE {only_discussion} GROUP BY discussion.id
        """,
    "thread_count": """
        SELECT discussion.id, discussion.id AS discussion_id, discussion.thread_count AS stored,
            count(comment.id) AS counted
        FROM {Discussion} discussion LEFT JOIN {Comment} comment
            ON comment.discussion_id = discussion.id AND comment.is_shown AND comment.parent_id IS NULL
        WHERE {only_discussion} GROUP BY discussion.id
        """,
}
_OF_DISCUSSIONS: Final = frozenset({"comment_count", "thread_count"})

_FIND = "SELECT id, discussion_id, stored::int, counted::int FROM ({recount}) found WHERE stored <> counted"
_MEND = """
    UPDATE {table} mended SET {column} = found.counted FROM ({recount}) found
    WHERE mended.id = found.id AND found.stored <> found.counted
    """


def check_counters() -> list[Difference]:
    """Count everything again and answer what differs. Changes nothing; six statements."""
    return [
        Difference(
            counter=counter,
            comment_id=None if counter in _OF_DISCUSSIONS else row[0],
            discussion_id=row[1],
            stored=row[2],
            counted=row[3],
        )
        for counter in _RECOUNTS
        for row in _find(counter, None)
    ]


def mend_counters() -> list[Difference]:
    """Set what differs to what counting says, and answer what differed.

    One discussion after the other, each locked meanwhile. Publishes `CountersMended` for each.
    """
    differences = check_counters()
    for discussion_id in sorted({difference.discussion_id for difference in differences}):
        _mend(discussion_id)
    return differences


@transaction.atomic
def _mend(discussion_id: int) -> None:
    discussion = lock_discussion(discussion_id)
    # Voters lock the comment alone.
    list(
        Comment.objects.filter(discussion=discussion)
        .select_for_update(no_key=True)
        .order_by("pk")
        .values_list("pk")
    )
    for counter in _RECOUNTS:
        # A comment that is shown again may show the one above it: until nothing changes.
        while _set(counter, discussion_id) and counter == "is_shown":
            pass
    discussion.refresh_from_db()
    publish(CountersMended.about(discussion))


def _find(counter: str, discussion_id: int | None) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            _FIND.format(recount=_recount(counter, discussion_id)), _values(discussion_id)
        )
        found: list[tuple[int, ...]] = cursor.fetchall()
        return found


def _set(counter: str, discussion_id: int) -> int:
    table = Discussion if counter in _OF_DISCUSSIONS else Comment
    statement = _MEND.format(
        table=table._meta.db_table, column=counter, recount=_recount(counter, discussion_id)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, _values(discussion_id))
        return int(cursor.rowcount)


def _recount(counter: str, discussion_id: int | None) -> str:
    everywhere = discussion_id is None
    return _RECOUNTS[counter].format(
        Comment=Comment._meta.db_table,
        Discussion=Discussion._meta.db_table,
        Vote=Vote._meta.db_table,
        only="true" if everywhere else "comment.discussion_id = %(discussion)s",
        only_discussion="true" if everywhere else "discussion.id = %(discussion)s",
    )


def _values(discussion_id: int | None) -> dict[str, Any]:
    return {
        "discussion": discussion_id,
        "keep": [status.value for status in KEEPS_ITS_PLACE],
        "published": CommentStatus.PUBLISHED.value,
    }
