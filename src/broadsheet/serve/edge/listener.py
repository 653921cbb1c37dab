"""The one connection per process on which PostgreSQL tells what has happened anywhere (LISTEN)."""

import asyncio
import contextlib
import logging
from collections.abc import Callable

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from broadsheet.core.events import CHANNEL, Event, read

from .maker import Trust

logger = logging.getLogger(__name__)

APPLICATION_NAME = "broadsheet listener"

# So often the connection is tried, and so long may it stay silent before nothing is believed any more.
BEAT_SECONDS = 0.5
PATIENCE_SECONDS = 1.0
CONNECT_SECONDS = 2
AGAIN_SECONDS = 0.2

Hear = Callable[[Event | None], None]
Believe = Callable[[Trust], None]


class Listener:
    """Listens at the PostgreSQL at `url`, calls `hear` with each event, and `believe` when trust changes.

    `hear` is given the event, or None for an unknown one. PostgreSQL tells events in the order in which
    their transactions committed. An answer to `SELECT 1` comes after all that was told before it; so a
    connection that answers is not behind.
    """

    def __init__(self, url: str, *, hear: Hear, believe: Believe) -> None:
        """Know where to listen; nothing runs yet."""
        self.url = url
        self.hear = hear
        self.believe = believe
        self.task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to listen, on the running event loop."""
        self.task = asyncio.create_task(self._listen_for_ever())

    async def stop(self) -> None:
        """Stop listening."""
        if self.task is not None:
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.task

    async def _listen_for_ever(self) -> None:
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            try:
                await self._listen()
            except (psycopg.Error, OSError, TimeoutError) as error:
                self.believe(Trust.DEAF)
                logger.warning("The database is not heard (%s).", str(error).strip().split("\n")[0])
            except Exception:  # whoever hears may have faults; deaf is worse
                self.believe(Trust.DEAF)
                logger.exception("What was told could not be heard.")
            await self._wait_for_database()
            if clock() - began < AGAIN_SECONDS:
                await asyncio.sleep(AGAIN_SECONDS)

    async def _wait_for_database(self) -> None:
        """Until a server takes connections, memory is all there is.

        One that refuses only us, because it has no connection free, may well be writing for others: then
        we are deaf, and nobody is away (libpq, PQping).
        """
        place = make_conninfo(self.url, connect_timeout=CONNECT_SECONDS).encode()
        while await asyncio.to_thread(PGconn.ping, place) != Ping.OK:
            self.believe(Trust.AWAY)
            await asyncio.sleep(AGAIN_SECONDS)

    async def _connection(self) -> psycopg.AsyncConnection[tuple[object, ...]]:
        async with asyncio.timeout(CONNECT_SECONDS):
            return await psycopg.AsyncConnection.connect(
                self.url, autocommit=True, application_name=APPLICATION_NAME
            )

    async def _listen(self) -> None:
        async with await self._connection() as connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            self.believe(Trust.HEARING)
            while True:
                async for told in connection.notifies(timeout=BEAT_SECONDS):
                    self.hear(read(told.payload))
                await self._beat(connection)

    async def _beat(self, connection: psycopg.AsyncConnection[tuple[object, ...]]) -> None:
        """Make sure that `connection` is not behind. Raises `TimeoutError` if it stays silent.

        Then it is closed at once: psycopg would first try for ten seconds to cancel what it asked.
        """
        asked = asyncio.ensure_future(connection.execute("SELECT 1"))
        try:
            done, _ = await asyncio.wait({asked}, timeout=PATIENCE_SECONDS)
            if not done:
                raise TimeoutError("It stays silent.")
            await asked
        finally:
            if not asked.done():
                await connection.close()
                asked.cancel()
