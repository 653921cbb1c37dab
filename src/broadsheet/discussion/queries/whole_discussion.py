from dataclasses import dataclass
from itertools import islice

from django.urls import reverse

from broadsheet.core.errors import NotFound
from broadsheet.discussion.models import Comment, Discussion

from .comment_rows import chosen_comments
from .comment_view import CommentView, comment_views

COMMENTS_IN_A_PART = 2_000


@dataclass(frozen=True, kw_only=True)
class WholeDiscussion:
    """What `discussion/whole_discussion.html` is given: everything that was said, oldest thread first.

    A discussion of more than 2,000 comments comes in parts; `part` counts from 1.
    """

    title: str
    page_url: str
    comment_count: int
    comments: list[CommentView]
    part: int
    parts: int
    previous_url: str | None
    next_url: str | None


def whole_discussion(discussion: Discussion, *, part: int = 1) -> WholeDiscussion:
    """Every comment of `discussion` in tree order, or its `part`th 2,000. Two queries.

    The order is found from the bare ids (16 bytes a comment), the words are read for the part alone.
    Raises `NotFound` for a part that does not exist.
    """
    ordered = _ids_in_tree_order(discussion)
    parts = max(1, -(-len(ordered) // COMMENTS_IN_A_PART))
    if not 1 <= part <= parts:
        raise NotFound
    start = (part - 1) * COMMENTS_IN_A_PART
    wanted = list(islice(ordered, start, start + COMMENTS_IN_A_PART))
    chosen = chosen_comments("SELECT unnest(%(ids)s::bigint[])", {"ids": wanted})
    comments = {view.id: view for view in comment_views(chosen)}
    address = reverse("discussion:whole_discussion", args=[discussion.key])
    return WholeDiscussion(
        title=discussion.title,
        page_url=discussion.url,
        comment_count=discussion.comment_count,
        comments=[comments[pk] for pk in wanted if pk in comments],
        part=part,
        parts=parts,
        previous_url=f"{address}?part={part - 1}" if part > 1 else None,
        next_url=f"{address}?part={part + 1}" if part < parts else None,
    )


def _ids_in_tree_order(discussion: Discussion) -> list[int]:
    shown = Comment.objects.in_discussion(discussion).shown().order_by("id")
    replies: dict[int | None, list[int]] = {}
    for pk, parent_id in shown.values_list("pk", "parent_id").iterator(chunk_size=10_000):
        replies.setdefault(parent_id, []).append(pk)
    ordered: list[int] = []
    waiting = replies.get(None, [])[::-1]
    while waiting:
        pk = waiting.pop()
        ordered.append(pk)
        waiting.extend(reversed(replies.get(pk, ())))
    return ordered
