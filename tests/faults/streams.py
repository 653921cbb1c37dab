"""A browser that listens: Server-Sent Events read as EventSource reads them (HTML Standard, 9.2)."""

import asyncio
import json
import random
from dataclasses import dataclass, field

from .clients import Guest, Stage
from .connection import Connection, Unanswered, read_chunks, read_head, request_bytes
from .history import History


@dataclass
class Heard:
    """One message. `version` is its id, 0 where it has none."""

    event: str
    version: int
    said: dict


@dataclass
class EventSource:
    """Listens to one discussion, and remembers what it has heard and how far."""

    port: int
    key: str
    known: int
    heard: list[Heard] = field(default_factory=list)
    connection: Connection | None = None
    opened: asyncio.Event = field(default_factory=asyncio.Event)

    async def connect(self):
        """Come (back), and say what was heard last. Raises `Unanswered` if there is no stream to be had."""
        self.connection = Connection(self.port)
        headers = {"Accept": "text/event-stream"}
        if self.heard:
            headers["Last-Event-ID"] = str(self.known)
        path = f"/discussions/{self.key}/live/?since={self.known}"
        try:
            async with asyncio.timeout(self.connection.patience):
                reader, writer = await self.connection.open()
                writer.write(request_bytes("GET", path, headers=headers))
                status, _headers = await read_head(reader)
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            self.cut()
            raise Unanswered(repr(error)) from error
        if status != 200:
            self.cut()
            raise Unanswered(f"{status} for a stream")
        self.opened.set()
        return reader

    async def listen(self):
        """Hear what is said until the stream ends; answer nothing."""
        try:
            buffer = b""
            async for chunk in read_chunks(await self.connect()):
                *whole, buffer = (buffer + chunk).split(b"\n\n")
                for block in whole:
                    self._hear(block)
        except (OSError, EOFError, ValueError, Unanswered):
            pass
        finally:
            self.cut()

    def _hear(self, block):
        lines = [line.partition(": ") for line in block.decode().split("\n")]
        fields = {name: value for name, _colon, value in lines if name}
        if "data" not in fields:
            return
        version = int(fields.get("id", 0))
        self.known = max(self.known, version)
        self.heard.append(Heard(fields.get("event", ""), version, json.loads(fields["data"])))

    def cut(self):
        """Go away without a word."""
        self.opened.clear()
        if self.connection is not None:
            self.connection.drop()

    def comments(self, event):
        """The comments of whom that was said, in the order in which it was."""
        return [heard.said["comment"] for heard in self.heard if heard.event == event]


async def listen_until_cut(source, seconds):
    """Listen for so long, then go away in the middle of whatever was being said."""
    try:
        async with asyncio.timeout(seconds):
            await source.listen()
    except TimeoutError:
        pass
    finally:
        source.cut()


async def cut_and_come_back(broadsheet, article, listeners, cuts, comments):
    """Let listeners come and go at random while comments are posted; answer both."""
    stage = Stage(port=broadsheet.port, key=article["key"], history=History(), seed=4)
    sources = [
        EventSource(broadsheet.ports[number % len(broadsheet.ports)], stage.key, known=0)
        for number in range(listeners)
    ]
    guest = Guest(stage, "g0")

    async def come_and_go(source, chance):
        for _cut in range(cuts):
            await listen_until_cut(source, chance.random() * 0.4)
            await asyncio.sleep(chance.random() * 0.05)

    async def speak():
        while len(stage.said) < comments:
            await guest.post()

    goers = [come_and_go(one, random.Random(f"4 {n}")) for n, one in enumerate(sources)]
    await asyncio.gather(speak(), *goers)
    await asyncio.gather(*(_catch_up(source, stage.said) for source in sources))
    return sources, stage.said


async def _catch_up(source, posted):
    """Come back until all has been heard; what was skipped never comes again, however often one comes."""
    for _attempt in range(20):
        if set(posted) <= set(source.comments("posted")):
            return
        await listen_until_cut(source, 1.0)


async def come_and_go(port, article, cycles, at_once=20):
    """So many streams are opened and cut."""
    turn = asyncio.Semaphore(at_once)

    async def once():
        async with turn:
            source = EventSource(port, article["key"], known=0)
            await source.connect()
            source.cut()

    await asyncio.gather(*(once() for _ in range(cycles)))
    await asyncio.sleep(1)
