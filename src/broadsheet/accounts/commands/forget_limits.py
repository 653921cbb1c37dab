from datetime import datetime

from broadsheet.core.limits import TABLE
from broadsheet.core.statements import Statement

# What somebody is taking just now is left for the next time, so that nobody waits for anybody.
_FORGET = Statement(
    """
    WITH spent AS (
        SELECT key FROM {table} WHERE due_at < coalesce(%(at)s::timestamptz, clock_timestamp())
        FOR UPDATE SKIP LOCKED
    ), forgotten AS (
        DELETE FROM {table} WHERE key IN (SELECT key FROM spent) RETURNING key
    )
    SELECT count(*) FROM forgotten
    """,
    parts={"table": TABLE},
)


def forget_limits(*, at: datetime | None = None) -> int:
    """Remove what is known of limits that nobody is near any more, and answer of how many.

    By the database's own clock, unless `at` says when. Nobody may do more or less for it.
    """
    found = _FORGET.first(at=at)
    assert found is not None, "a count is always one row"
    return int(found[0])
