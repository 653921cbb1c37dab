"""The orders in which readers may see threads: one table, and the page that follows a cursor in each.

Every order ends in the id, so that a page begins exactly where the last one ended.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from broadsheet.core.pages import CursorNotUnderstood, moment_to_cursor, read_cursor, write_cursor

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

    @property
    def order_by(self) -> str:
        """The ORDER BY of it."""
        direction = "ASC" if self.ascending else "DESC"
        return f"{self.field} {direction}, id {direction}"

    @property
    def beyond(self) -> str:
        """The condition of what follows the values that `after` answers: one range of the order's index."""
        return f"({self.field}, id) {'>' if self.ascending else '<'} (%(value)s, %(id)s)"

    def cursor_after(self, value: Any, comment_id: int) -> str:
        """The cursor to what follows the comment with this id and `value` of the field."""
        written = moment_to_cursor(value) if isinstance(value, datetime) else value
        return write_cursor(self.name, written, comment_id)

    def after(self, cursor: str) -> dict[str, Any]:
        """The `value` and `id` that `cursor` stands after.

        Raises `CursorNotUnderstood`, also for a cursor of another order.
        """
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
        return {"value": bound, "id": comment_id}


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
