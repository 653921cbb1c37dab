from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Count, Q

from broadsheet.core.errors import Refused
from broadsheet.core.markup import render
from broadsheet.core.text import normalise
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, Quotation
from broadsheet.discussion.models.comment import REASON_LENGTH
from broadsheet.discussion.words import compose

from .change_status import KEEPS_ITS_PLACE

CLAIMS_TO_QUOTE = "](/comments/"


@dataclass(frozen=True, kw_only=True)
class RestoredComment:
    """A comment as it was elsewhere. `id` comes from `reserve_comment_ids`; a parent's is lower.

    `up_votes` and `down_votes` are totals that nobody's vote stands behind any more. `is_pinned`
    and `is_closed` are of the thread a top-level comment begins.
    """

    id: int
    parent_id: int | None
    author_id: int
    source: str
    status: CommentStatus
    posted_at: datetime
    reason: str = ""
    edited_at: datetime | None = None
    up_votes: int = 0
    down_votes: int = 0
    is_pinned: bool = False
    is_featured: bool = False
    is_closed: bool = False


def reserve_comment_ids(count: int) -> list[int]:
    """Take `count` ids for comments, ascending; those of a transaction that fails are lost."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [Comment._meta.db_table, count],
        )
        return [row[0] for row in cursor.fetchall()]


@transaction.atomic
def restore_comments(*, discussion: Discussion, comments: Sequence[RestoredComment]) -> None:
    """Write down `comments`, parents first, as they were elsewhere; tells nobody.

    Their words are rendered as everybody's are; quotations are verified once all of them stand
    there. All counts of the discussion are made anew. Raises ValueError where a parent is not in
    the discussion, or not older by id.
    """
    discussion = Discussion.objects.select_for_update(no_key=True).get(pk=discussion.pk)
    places = _places(discussion, comments)
    Comment.objects.bulk_create(_row(discussion, restored, places) for restored in comments)
    for restored in comments:
        if CLAIMS_TO_QUOTE in restored.source:
            _verify_quotations(discussion, restored)
    _keep_places(comment.id for comment in comments if comment.status in KEEPS_ITS_PLACE)
    _count_anew(discussion, {thread or own for own, (thread, _depth) in places.items()})


def _places(
    discussion: Discussion, comments: Sequence[RestoredComment]
) -> dict[int, tuple[int | None, int]]:
    """The thread and depth of each comment, and of the parents that are there already."""
    own = {comment.id for comment in comments}
    wanted = {comment.parent_id for comment in comments if comment.parent_id} - own
    rows = Comment.objects.filter(discussion=discussion, pk__in=wanted)
    places: dict[int, tuple[int | None, int]] = {
        pk: (thread, depth) for pk, thread, depth in rows.values_list("pk", "thread_id", "depth")
    }
    for comment in comments:
        if comment.parent_id is None:
            places[comment.id] = (None, 0)
            continue
        if comment.parent_id not in places or comment.parent_id >= comment.id:
            raise ValueError(
                f"comment {comment.id} answers {comment.parent_id}, which is not there"
            )
        thread, depth = places[comment.parent_id]
        places[comment.id] = (thread or comment.parent_id, depth + 1)
    return places


def _row(
    discussion: Discussion,
    restored: RestoredComment,
    places: dict[int, tuple[int | None, int]],
) -> Comment:
    source = normalise(restored.source).strip()
    thread_id, depth = places[restored.id]
    begins_thread = restored.parent_id is None
    at = restored.posted_at
    return Comment(
        id=restored.id,
        discussion=discussion,
        thread_id=thread_id,
        parent_id=restored.parent_id,
        depth=depth,
        author_id=restored.author_id,
        source=source,
        html=render(source).html,
        status=restored.status,
        is_shown=restored.status in KEEPS_ITS_PLACE,
        reason=normalise(restored.reason)[:REASON_LENGTH],
        posted_at=at,
        edited_at=restored.edited_at,
        pinned_at=at if restored.is_pinned and begins_thread else None,
        featured_at=at if restored.is_featured else None,
        thread_closed_at=at if restored.is_closed and begins_thread else None,
        imported_up=restored.up_votes,
        imported_down=restored.down_votes,
        up_votes=restored.up_votes,
        down_votes=restored.down_votes,
    )


def _verify_quotations(discussion: Discussion, restored: RestoredComment) -> None:
    try:
        words = compose(restored.source, discussion=discussion)
    except Refused:
        return  # longer than readers may write today: it stays as it is, its quotations unmarked
    Comment.objects.filter(pk=restored.id).update(html=words.html)
    Quotation.objects.bulk_create(
        Quotation(comment_id=restored.id, quoted_id=quoted) for quoted in words.quoted
    )


def _keep_places(shown: Iterable[int]) -> None:
    """Give hidden comments above shown ones their place, as notes without words."""
    while shown := list(
        Comment.objects.filter(replies__in=list(shown), is_shown=False)
        .distinct()
        .values_list("pk", flat=True)
    ):
        Comment.objects.filter(pk__in=shown).update(is_shown=True)


def _count_anew(discussion: Discussion, threads: set[int]) -> None:
    """Set the counts of `discussion` and of these `threads` to what is there."""
    counted = discussion.comments.aggregate(
        published=Count("pk", filter=Q(status=CommentStatus.PUBLISHED)),
        threads=Count("pk", filter=Q(parent=None, is_shown=True)),
    )
    Discussion.objects.filter(pk=discussion.pk).update(
        comment_count=counted["published"], thread_count=counted["threads"]
    )
    replies = (
        Comment.objects.filter(thread__in=threads, is_shown=True)
        .values_list("thread_id")
        .annotate(number=Count("pk"))
    )
    for thread_id, number in replies:
        Comment.objects.filter(pk=thread_id or 0).update(reply_count=number)
