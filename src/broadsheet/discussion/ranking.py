"""The orders in which readers may see threads: one table, and the page that follows a cursor in each.

Every order ends in the id, so that a page begins exactly where the last one ended.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.db.models.expressions import OrderBy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from broadsheet.core.pages import CursorNotUnderstood, moment_to_cursor, read_cursor, write_cursor

from .models import Comment

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# The last moment a date can hold, in microseconds since 1970.
LATEST = moment_to_cursor(datetime(9999, 12, 31, tzinfo=UTC))


@dataclass(frozen=True, kw_only=True)
class Sort:
    """One order of threads: by `field`, the greatest first unless `ascending`, then by id the same way."""

    name: str
    label: str | Promise
    field: str
    kind: type = int
    ascending: bool = False

    def ordering(self) -> tuple[OrderBy, OrderBy]:
        """The ORDER BY of it."""
        direction = "asc" if self.ascending else "desc"
        return getattr(F(self.field), direction)(), getattr(F("id"), direction)()

    def cursor_after(self, comment: Comment) -> str:
        """The cursor to what follows `comment`."""
        value = getattr(comment, self.field)
        return write_cursor(
            self.name, moment_to_cursor(value) if isinstance(value, datetime) else value, comment.pk
        )

    def after(self, cursor: str) -> Q:
        """What follows `cursor`. Raises `CursorNotUnderstood`, also for a cursor of another order."""
        name, value, comment_id = read_cursor(cursor, str, self.kind, int)
        if name != self.name:
            raise CursorNotUnderstood
        bound: Any = value
        if self.field == "posted_at":
            if not isinstance(value, int) or not 0 <= value <= LATEST:
                raise CursorNotUnderstood
            bound = EPOCH + timedelta(microseconds=value)
        elif self.kind is int and (not isinstance(value, int) or abs(value) >= 2**31):
            raise CursorNotUnderstood
        beyond = "gt" if self.ascending else "lt"
        return Q(**{f"{self.field}__{beyond}": bound}) | Q(
            **{self.field: bound, f"id__{beyond}": comment_id}
        )


SORTS: tuple[Sort, ...] = (
    Sort(name="newest", label=_("Newest"), field="posted_at"),
    Sort(name="oldest", label=_("Oldest"), field="posted_at", ascending=True),
    Sort(name="best", label=_("Best"), field="best", kind=float),
    Sort(name="most-voted", label=_("Most voted"), field="score"),
    Sort(name="most-replied", label=_("Most replied"), field="reply_count"),
    Sort(name="most-reacted", label=_("Most reacted"), field="reactions"),
)
BY_NAME = {sort.name: sort for sort in SORTS}
DEFAULT_SORT = SORTS[0]


def sort_named(name: str) -> Sort:
    """The order of that name; the default for a name we do not know, because old links should still read."""
    return BY_NAME.get(name, DEFAULT_SORT)
