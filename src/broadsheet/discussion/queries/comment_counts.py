from collections.abc import Collection

from broadsheet.discussion.models import Discussion


def comment_counts(keys: Collection[str]) -> dict[str, int]:
    """How many published comments there are about each of `keys`, of those that have a discussion. One query."""
    return dict(Discussion.objects.filter(key__in=keys).values_list("key", "comment_count"))
