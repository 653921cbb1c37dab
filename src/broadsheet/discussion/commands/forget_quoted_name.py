"""How a name goes from quotations in others' words. Used by `belongings` alone, in its transaction."""

import re
from collections.abc import Collection
from typing import Final

from broadsheet.core.markup import VERSION
from broadsheet.discussion.models import Comment, Discussion, Revision
from broadsheet.discussion.words import present_html

# The attribution of a quotation, as core.markup.quotations knows it: an em dash and a link to the comment.
_ATTRIBUTION: Final = re.compile(r"(—\s+\[)(?:[^\]\\\n]|\\.)*(\]\(\s*<?/comments/(\d{1,18})/)")
_MAY_BE_ONE: Final = "](/comments/"


def forget_quoted_name(*, comment_ids: Collection[int], name: str) -> None:
    """Have every comment, and what it said before, that quotes one of `comment_ids` name `name` instead.

    The words that were quoted stay, because they are the other's words now, too. Looks at all comments of the
    discussions concerned, whose rows must be locked. Verified or not does not matter here.
    """
    quoted = frozenset(comment_ids)
    where = Discussion.objects.filter(comments__in=quoted).distinct()
    quoting = Comment.objects.filter(discussion__in=where, source__contains=_MAY_BE_ONE)
    for comment in quoting.select_related("discussion").order_by("pk").iterator():
        source = _without_name(comment.source, quoted, name)
        if source != comment.source:
            html = _rendered(comment.discussion, source)
            Comment.objects.filter(pk=comment.pk).update(
                source=source, html=html, markup_version=VERSION
            )
    earlier = Revision.objects.filter(comment__discussion__in=where, source__contains=_MAY_BE_ONE)
    for revision in earlier.select_related("comment__discussion").order_by("pk").iterator():
        source = _without_name(revision.source, quoted, name)
        if source != revision.source:
            html = _rendered(revision.comment.discussion, source)
            Revision.objects.filter(pk=revision.pk).update(source=source, html=html)


def _without_name(source: str, quoted: Collection[int], name: str) -> str:
    def anew(found: re.Match[str]) -> str:
        return f"{found[1]}{name}{found[2]}" if int(found[3]) in quoted else found[0]

    return _ATTRIBUTION.sub(anew, source)


def _rendered(discussion: Discussion, source: str) -> str:
    return present_html(Comment(discussion=discussion, source=source, markup_version=0))
