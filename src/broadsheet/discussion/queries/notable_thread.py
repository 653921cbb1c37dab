"""The threads worth a look, as readers of wpDiscuz know them: the hottest, and the most reacted to."""

from broadsheet.core.errors import NotFound
from broadsheet.discussion.models import Comment, Discussion


def hottest_thread(discussion: Discussion) -> int:
    """The id of the thread with the most comments below its first; the newest of several.

    One query on an index. Raises `NotFound` where nobody has replied yet.
    """
    threads = (
        Comment.objects.in_discussion(discussion)
        .first_of_thread()
        .shown()
        .filter(reply_count__gt=0)
    )
    hottest = threads.order_by("-reply_count", "-id").only("pk", "thread_id").first()
    if hottest is None:
        raise NotFound
    return hottest.pk


def most_reacted_thread(discussion: Discussion) -> int:
    """The id of the thread that holds the comment with the most votes, up and down together.

    Raises `NotFound` where nobody has voted yet.
    """
    reacted = Comment.objects.in_discussion(discussion).published().filter(reactions__gt=0)
    most = reacted.order_by("-reactions", "-id").only("pk", "thread_id").first()
    if most is None:
        raise NotFound
    return most.thread_root_id
