"""Telling a cache in front of Broadsheet, such as a CDN's, what it must forget."""

import asyncio
import contextlib
import json
import logging
import threading
from collections.abc import Iterable
from typing import Self
from urllib.parse import urlsplit

from broadsheet.core.events import Event
from broadsheet.core.outbound import OutboundFailed, post
from broadsheet.core.shared import KEYS_HEADER

from .listener import Listener
from .maker import Trust
from .purge import EVERYTHING, names_to_forget

logger = logging.getLogger(__name__)

# What comes within this time is told at once. By its end, our own edges have heard too, and the cache that
# asks them again does not get what it was told to forget.
GATHER_SECONDS = 0.1
# Beyond so many names it is cheaper to forget everything.
MOST_NAMES = 1_000
# Fastly takes 256 names in one request; nginx and Varnish take heads of 8 kB.
MOST_NAMES_IN_HEADER = 256
LARGEST_HEADER = 4_000
# A cache that does not take it is told again after these pauses, a minute together, and then every minute.
PAUSES = (1, 2, 4, 8, 15, 30)
LONG_PAUSE = 60


class PurgeWebhook:
    """Listens at the PostgreSQL at `database_url` to all processes, and POSTs to `address` what has changed.

    A context: it works within the block, in a thread of its own. Of several on one database each tells the
    cache the same, which does no harm. When it begins to listen, and when it was deaf for a while, things may
    have happened of which it did not hear; so it begins with everything. It never gives a name up: what the
    cache did not take is told again together with what came meanwhile, in one request at a time.
    """

    def __init__(self, *, address: str, token: str, database_url: str) -> None:
        """Know whom to tell; `token` is sent as a bearer's (RFC 6750), unless it is empty."""
        self.address = address
        self.token = token
        self.listener = Listener(database_url, hear=self._hear, believe=self._believe)
        self.waiting = _Waiting()
        self.failures = 0
        self.loop = asyncio.new_event_loop()
        self.task = self.loop.create_task(self._work())
        self.thread = threading.Thread(target=self._run, name="purge webhook", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End, after the request that is being made. The next to begin tells everything anyway."""
        self.loop.call_soon_threadsafe(self.task.cancel)
        self.thread.join()

    def _run(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            self.loop.run_until_complete(self.task)
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()

    def _hear(self, event: Event | None) -> None:
        self.waiting.add(names_to_forget(event))

    def _believe(self, trust: Trust) -> None:
        if trust is Trust.HEARING:
            self.waiting.add({EVERYTHING})

    async def _work(self) -> None:
        self.listener.start()
        try:
            while True:
                await self.waiting.are_any.wait()
                await asyncio.sleep(GATHER_SECONDS)
                await self._tell(self.waiting.take())
        finally:
            await self.listener.stop()

    async def _tell(self, names: frozenset[str]) -> None:
        """Tell the cache to forget `names`; if it does not take them, keep them, and pause."""
        try:
            await asyncio.to_thread(self._post, names)
        except OutboundFailed as failed:
            self.waiting.add(names)
            self.failures += 1
            if self.failures == len(PAUSES) + 1:
                self._warn(
                    f"was not told what changed for a minute, and is told again later: {failed}"
                )
            await asyncio.sleep(([*PAUSES, LONG_PAUSE])[min(self.failures - 1, len(PAUSES))])
        else:
            if self.failures > len(PAUSES):
                self._warn("is told again what changes.")
            self.failures = 0

    def _post(self, names: frozenset[str]) -> None:
        """Raises `OutboundFailed` too for an answer that does not say 2xx."""
        said, headers = _written(names)
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        answer = post(self.address, content=json.dumps(said).encode(), headers=headers)
        if not 200 <= answer.status < 300:  # noqa: PLR2004 - success (RFC 9110, 15.3)
            raise OutboundFailed(f"it answered {answer.status}, {answer.content[:200]!r}")

    def _warn(self, sentence: str) -> None:
        """Of the address only the host: the rest may be secret."""
        logger.warning("The cache at %s %s", urlsplit(self.address).hostname, sentence)


class _Waiting:
    """Names that wait to be told: a bounded number of them, and beyond it everything."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.are_any = asyncio.Event()

    def add(self, names: Iterable[str]) -> None:
        self.names.update(names)
        if EVERYTHING in self.names or len(self.names) > MOST_NAMES:
            self.names = {EVERYTHING}
        if self.names:
            self.are_any.set()

    def take(self) -> frozenset[str]:
        taken, self.names = frozenset(self.names), set()
        self.are_any.clear()
        return taken


def _written(names: frozenset[str]) -> tuple[dict[str, object], dict[str, str]]:
    """What is said, and its headers. Without `Surrogate-Key`, who reads only headers must forget everything."""
    headers = {"Content-Type": "application/json"}
    if EVERYTHING in names:
        return {"everything": True}, headers
    keys = sorted(names)
    if len(keys) <= MOST_NAMES_IN_HEADER and len(" ".join(keys)) <= LARGEST_HEADER:
        headers[KEYS_HEADER] = " ".join(keys)
    return {"surrogate_keys": keys}, headers
