from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.core.pages import read_cursor, write_cursor
from broadsheet.discussion.models import IgnoredPerson

PEOPLE_ON_A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Ignored:
    """A person whose comments are folded, and since when."""

    handle: str
    name: str
    ignored_at: datetime


@dataclass(frozen=True, kw_only=True)
class IgnoredPeople:
    """What `discussion/ignored_people.html` is given: whom a reader ignores, the latest first."""

    people: list[Ignored]
    is_first_page: bool
    next_url: str | None


def ignored_people(reader: User, *, after: str = "", here: str = "") -> IgnoredPeople:
    """Whom `reader` ignores, from `after` on; `here` is the page's address. One query.

    Raises `CursorNotUnderstood`.
    """
    rows = IgnoredPerson.objects.filter(reader=reader).select_related("person").order_by("-pk")
    if after:
        rows = rows.filter(pk__lt=read_cursor(after, int)[0])
    found = list(rows[: PEOPLE_ON_A_PAGE + 1])
    shown = found[:PEOPLE_ON_A_PAGE]
    has_more = len(found) > PEOPLE_ON_A_PAGE
    return IgnoredPeople(
        people=[
            Ignored(handle=row.person.handle, name=row.person.name, ignored_at=row.ignored_at)
            for row in shown
        ],
        is_first_page=not after,
        next_url=f"{here}?after={write_cursor(shown[-1].pk)}" if has_more else None,
    )
