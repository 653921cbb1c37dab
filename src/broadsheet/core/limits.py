"""How often is too often, counted for all processes together, in PostgreSQL.

    take((POST, f"person:{author.pk}"), (POST_ADDRESS, f"address:{pseudonym}"))

The generic cell rate algorithm in its form of virtual scheduling (ITU-T Recommendation I.371, annex A):
of each limit and subject only one moment is kept, `due_at`, at which all that was taken is paid for. Each
taking moves it on by the limit's pause; one that would find it further ahead than the burst allows is too
early, and by how much is the time to wait. So there is no window in whose beginning everybody comes at once.
"""

import hashlib
import math
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from broadsheet.core.errors import Refused
from broadsheet.core.pace import Limit, in_force
from broadsheet.core.statements import Statement

__all__ = ["TABLE", "Limit", "TooOften", "holds", "key_of", "mailbox", "take"]

TABLE = "broadsheet_limits"

# No clock but the database's is asked, after the locks are held, so that all machines agree and later takers
# see later times. If it goes back, what is due lies further ahead than any burst: from then on it is one full
# burst, so that nobody waits longer for it, nor is allowed more while it is back.
_TAKE = Statement(
    # Makes the rows that are not there, and locks those that are without writing them; in one order for all.
    """
    INSERT INTO {table} AS kept (key, due_at)
    SELECT key, to_timestamp(0) FROM unnest(%(keys)s::uuid[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET due_at = kept.due_at WHERE false
    """,
    """
    WITH clock AS MATERIALIZED (
        SELECT coalesce(%(at)s::timestamptz, clock_timestamp()) AS now
    ), asked AS MATERIALIZED (
        SELECT key, name, pause, burst, now,
            least(greatest(kept.due_at, now), now + burst * pause) AS due_at,
            kept.due_at > now + burst * pause AS is_too_far,
            limits.key IS NOT DISTINCT FROM %(once)s::uuid AS is_once
        FROM unnest(
            %(keys)s::uuid[], %(names)s::text[], %(pauses)s::interval[], %(bursts)s::int[]
        ) AS limits (key, name, pause, burst) JOIN {table} kept USING (key), clock
    ), latest AS (
        SELECT name, due_at - (burst - 1) * pause - now AS wait FROM asked WHERE NOT is_once
        ORDER BY wait DESC LIMIT 1
    ), decision AS (
        SELECT *, wait <= interval '0' AS may,
            EXISTS (SELECT FROM asked WHERE is_once AND due_at > now) AS is_repeated
        FROM latest
    ), taken AS (
        UPDATE {table} kept SET due_at = asked.due_at + may::int * asked.pause
        FROM asked, decision
        WHERE kept.key = asked.key AND NOT is_repeated AND (may OR asked.is_too_far)
    )
    SELECT name, extract(epoch FROM wait)::float8 FROM decision WHERE NOT may AND NOT is_repeated
    """,
    parts={"table": TABLE},
)


class TooOften(Refused):
    """Somebody did something more often than it is meant to be done; `retry_after` says when it will do."""

    code = "too-often"
    status = 429
    message = _("That was a little too often. Please try again in %(wait)s.")

    def __init__(self, *, limit: str, seconds: int) -> None:
        """Refuse because of the limit of this name, for so many seconds, at least one."""
        super().__init__(limit=limit, retry_after=seconds)
        self.retry_after = seconds

    @property
    def sentence(self) -> str:
        """The refusal in words, with the time as people say it."""
        return str(self.message) % {"wait": _in_words(self.retry_after or 1)}


# For how long something is known to have been counted: far longer than anybody tries to send it again.
_ONCE = Limit("once", 1, 24 * 60 * 60)


def take(*asked: tuple[Limit, str], once: str = "", at: datetime | None = None) -> None:
    """Count one for each limit and its subject, or raise `TooOften` and count none.

    What comes again under the same name `once`, within a day of having been counted, is let through and not
    counted again.

    Subjects are "person:<id>", "address:<pseudonym>", "mail:<digest>". One way to the database and, where no
    transaction is open, one short transaction; inside another it is undone with it, and others wait for that
    one's end: so take before anything is locked. Two takers never wait for each other in a circle. What the
    operator has switched off costs nothing. `at` is the database's own clock, unless a test stops it.
    """
    text = str(settings.BROADSHEET["limits"])
    holding = {
        key_of(limit, subject): rule
        for limit, subject in asked
        if (rule := in_force(limit, text)) is not None
    }
    if not holding:
        return
    once_key = key_of(_ONCE, once) if once else None
    if once_key:
        holding[once_key] = _ONCE
    found = _TAKE.first(**_arrays(holding), once=once_key, at=at)
    if found is not None:
        name, seconds = found
        raise TooOften(limit=name, seconds=math.ceil(seconds))


def holds(limit: Limit) -> bool:
    """Whether `limit` is in force: the operator has not switched it off."""
    return in_force(limit, str(settings.BROADSHEET["limits"])) is not None


def mailbox(email: str) -> str:
    """Answer the subject that whoever reads mail at `email` is, however it is typed: a digest, not the address."""
    return f"mail:{hashlib.sha256(email.strip().lower().encode()).hexdigest()}"


def key_of(limit: Limit, subject: str) -> UUID:
    """Answer under which key it is kept what `subject` has taken of `limit`: who it is cannot be read there."""
    digest = hashlib.blake2b(f"{limit.name}\0{subject}".encode(), digest_size=16)
    return UUID(bytes=digest.digest())


def _arrays(holding: dict[UUID, Limit]) -> dict[str, list[Any]]:
    return {
        "keys": list(holding),
        "names": [limit.name for limit in holding.values()],
        "pauses": [limit.pause for limit in holding.values()],
        "bursts": [limit.at_once for limit in holding.values()],
    }


def _in_words(seconds: int) -> str:
    """The time to wait in the largest unit of which there are at least two, rounded up."""
    if seconds < 2 * 60:
        return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    minutes = math.ceil(seconds / 60)
    if minutes < 2 * 60:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    hours = math.ceil(minutes / 60)
    return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
