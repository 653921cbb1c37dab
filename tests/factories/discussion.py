from datetime import timedelta
from itertools import count

from broadsheet.accounts.models import Strength, User
from broadsheet.discussion import commands
from broadsheet.discussion.models import Comment, Discussion

from .moments import NOON

_numbers = count(1)


def open_discussion(key="article:1", *, title="The ferry question", url="/harbour/ferry/", at=NOON):
    return commands.open_discussion(key=key, title=title, url=url, at=at)


def say(
    discussion, author, source="Something worth saying.", *, to=None, at=NOON, submission_key=None
):
    """Post a comment as a reader would."""
    return commands.post_comment(
        discussion=discussion,
        author=author,
        source=source,
        parent=to,
        submission_key=submission_key or f"test-{next(_numbers)}",
        at=at,
    )


def crowd(size):
    """That many readers."""
    return User.objects.bulk_create(
        User(
            handle=f"crowd-{next(_numbers)}",
            name=f"Reader {n}",
            strength=Strength.ACCOUNT,
            joined_at=NOON,
        )
        for n in range(size)
    )


def fill(discussion, author, *, threads=0, replies=0, chain=0):
    """Many comments at once: `threads` threads of `replies` replies each, and one chain of that depth.

    Written in bulk, as an import would: 10,000 calls of a command would take the suite's whole minute.
    """
    firsts = Comment.objects.bulk_create(
        _comment(discussion, author, n, reply_count=replies) for n in range(threads)
    )
    Comment.objects.bulk_create(
        _comment(discussion, author, n, parent=first, thread=first, depth=1)
        for first in firsts
        for n in range(replies)
    )
    if chain:
        _fill_chain(discussion, author, chain)
    shown = Comment.objects.filter(discussion=discussion, is_shown=True)
    Discussion.objects.filter(pk=discussion.pk).update(
        comment_count=shown.count(), thread_count=shown.filter(parent=None).count()
    )
    discussion.refresh_from_db()
    return firsts


def _fill_chain(discussion, author, length):
    first = _comment(discussion, author, 0, reply_count=length - 1)
    first.save()
    links = [
        _comment(
            discussion,
            author,
            depth,
            pk=first.pk + depth,
            parent_id=first.pk + depth - 1,
            thread=first,
            depth=depth,
        )
        for depth in range(1, length)
    ]
    Comment.objects.bulk_create(links, batch_size=2000)
    _advance_ids()


def _advance_ids():
    from django.core.management.color import no_style
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Comment]):
            cursor.execute(statement)


def _comment(discussion, author, n, **fields):
    return Comment(
        discussion=discussion,
        author=author,
        source=f"Comment {n}.",
        html=f"<p>Comment {n}.</p>\n",
        posted_at=NOON + timedelta(seconds=n),
        **fields,
    )
