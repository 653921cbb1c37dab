"""How answers come into memory: each made once for all who wait for it, and kept only while it is true."""

import asyncio
import logging
from enum import Enum
from time import monotonic, time

from broadsheet.core.events import Event
from broadsheet.serve.guard import Application, Scope

from .answer import Answer
from .asking import ask
from .clock import Clock
from .includes import address_of, passes_query_on, split
from .memory import Entry, Key, Memory
from .purge import EVERYTHING, names_to_forget
from .reads import canonical_query

logger = logging.getLogger(__name__)

# What an answer shows is forgotten when it changes; that it also ages is for what no event tells.
FRESH_SECONDS = 60
MISSING_FRESH_SECONDS = 5
# After this part of its time it is made anew for whoever comes, while all are still answered from memory.
REFRESH_AFTER = 0.8

OK, BAD_REQUEST, SERVER_ERROR = 200, 400, 500
# A page without what it leaves out, for any query; or for one, where the page itself reads its query.
SHELL, SHELL_OF_QUERY = "shell", "shell of a query"
BROKEN = Answer.of(
    SERVER_ERROR,
    [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")],
    b"Something went wrong on our side. Try again in a moment.\n",
)


class Trust(Enum):
    """Whether the memory can be believed."""

    HEARING = "every change is heard of"
    DEAF = "changes may go unheard: nothing is answered from memory"
    AWAY = "there is no database: memory is all there is"


class _Flight:
    """An answer that is being made. `began` is a moment of the clock; `is_current` is known at its end."""

    def __init__(self, began: int) -> None:
        self.began = began
        self.is_current = False
        self.task: asyncio.Task[Answer]


class Maker:
    """Makes answers by asking `application`, and keeps those that everybody may read in `memory`."""

    def __init__(self, application: Application, memory: Memory) -> None:
        """Begin deaf, until `believe` says otherwise."""
        self.application = application
        self.memory = memory
        self.clock = Clock()
        self.trust = Trust.DEAF
        self.flights: dict[Key, _Flight] = {}

    def hear(self, event: Event | None) -> None:
        """Forget what is out of date after `event`."""
        names = names_to_forget(event)
        if EVERYTHING in names:
            self.memory.clear()
            self.clock.forget_everything()
        elif names:
            self.memory.drop(names)
            self.clock.forget(names)

    def believe(self, trust: Trust) -> None:
        """From now on, trust the memory so far.

        What was kept before is kept for when the database is away, until we hear again: what was removed
        while we did not must not come back with the next failure.
        """
        if trust is not self.trust:
            self.trust = trust
            if trust is Trust.HEARING:
                self.memory.clear()
            self.clock.forget_everything()

    def may_serve(self, entry: Entry, now: float) -> bool:
        """Whether `entry` is certainly true at `now` (`time.monotonic`)."""
        return self.trust is Trust.HEARING and entry.fresh_until > now

    async def current(self, key: Key, scope: Scope) -> tuple[Answer, bool]:
        """Make the answer for `key`, or wait for the one being made; and whether it was waited for.

        An answer that was begun before one asked is taken only if nothing it shows has changed since.
        """
        asked_at = self.clock.now
        if self.trust is not Trust.HEARING:
            # Anything may change unheard: only an answer begun from now on is good enough.
            self.clock.forget(())
            asked_at = self.clock.now
        waited = False
        while True:
            flight = self.flights.get(key)
            waited = waited or flight is not None
            if flight is None:
                flight = self.make(key, scope)
            answer = await asyncio.shield(flight.task)
            if flight.began >= asked_at or flight.is_current:
                return answer, waited

    def make(self, key: Key, scope: Scope) -> _Flight:
        """Begin to make the answer for `key`, unless it is being made already."""
        if key in self.flights:
            return self.flights[key]
        flight = self.flights[key] = _Flight(self.clock.now)
        flight.task = asyncio.create_task(self._fly(flight, key, scope))
        return flight

    async def _fly(self, flight: _Flight, key: Key, scope: Scope) -> Answer:
        try:
            answer = await self._make(key, scope)
            flight.is_current = self._keep(key, answer, began=flight.began)
        except Exception:
            logger.exception("%s could not be answered.", key.path)
            return BROKEN
        else:
            return answer
        finally:
            del self.flights[key]

    def _keep(self, key: Key, answer: Answer, *, began: int) -> bool:
        """Keep `answer`, if everybody may read it and nothing it shows has changed since `began`."""
        is_current = (
            answer.is_shared
            and self.trust is Trust.HEARING
            and self.clock.is_current(answer.keys, since=began)
        )
        if is_current:
            self.memory.put(key, _entry(answer))
        return is_current

    async def _make(self, key: Key, scope: Scope) -> Answer:
        """Ask for the page; if it leaves something out, put that in."""
        for_any, for_one = Key(key.path, b"", SHELL), Key(key.path, key.query, SHELL_OF_QUERY)
        for shell_key in () if key.form else (for_any, for_one):
            shell = self.memory.get(shell_key)
            if shell is not None and self.may_serve(shell, monotonic()):
                return await self._complete(shell.answer, key, scope)
        began = self.clock.now
        answer = await ask(self.application, scope, path=key.path, query=key.query, form=key.form)
        if not answer.leaves_something_out:
            return answer
        self._keep(for_any if passes_query_on(answer.body) else for_one, answer, began=began)
        return await self._complete(answer, key, scope)

    async def _complete(self, shell: Answer, key: Key, scope: Scope) -> Answer:
        """`shell` with all it leaves out. A part that cannot be had is answered in the page's place."""
        pieces = split(shell.body)
        parts: list[Answer] = []
        for place in range(1, len(pieces), 2):
            path, query = address_of(pieces[place], key.query)
            part_key = Key(path, canonical_query(path, query) or b"", "")
            kept = self.memory.get(part_key)
            if kept is not None and self.may_serve(kept, monotonic()):
                part = kept.answer
            else:
                part, _ = await self.current(part_key, scope)
            if part.status != OK or not part.is_shared:
                return part
            parts.append(part)
            pieces[place] = part.body
        return shell.with_parts(b"".join(pieces), parts)


def _entry(answer: Answer) -> Entry:
    """`answer` for as long as it may be kept, and no longer than it is true.

    Made anew before its own end, it would end at the same moment: so that is left to the first who comes after.
    """
    now = monotonic()
    lasts = FRESH_SECONDS if answer.status < BAD_REQUEST else MISSING_FRESH_SECONDS
    left = answer.until - time()
    if left < lasts:
        return Entry(answer, now + left, now + left)
    return Entry(answer, now + lasts, now + lasts * REFRESH_AFTER)
