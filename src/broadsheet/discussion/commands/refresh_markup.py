from broadsheet.core.markup import VERSION
from broadsheet.discussion.models import Comment
from broadsheet.discussion.words import present_html

COMMENTS_AT_ONCE = 500


def refresh_markup(*, after: int = 0) -> int | None:
    """Write down anew what another version of the markup made of comments' words; silently.

    Goes through 500 comments with ids above `after`, and answers the last of them, or None if there were no
    more. Readers see the new HTML even before: queries render it where it is old. A comment that is edited
    meanwhile keeps what its author made of it. May be done twice.
    """
    last = None
    old = Comment.objects.exclude(markup_version=VERSION).filter(pk__gt=after).order_by("pk")
    for comment in old.select_related("discussion")[:COMMENTS_AT_ONCE]:
        last = comment.pk
        unchanged = Comment.objects.filter(pk=last, source=comment.source)
        unchanged.update(html=present_html(comment), markup_version=VERSION)
    return last
