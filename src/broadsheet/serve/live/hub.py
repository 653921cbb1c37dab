"""Who listens to which discussion in this process, and how they are told."""

import asyncio
from collections import deque

from broadsheet.core.events import Event

from .messages import Batch, Message, message_about

# A reader further behind than this is let go, and comes back when it can.
WAITING_AT_MOST = 64
BYTES_WAITING_AT_MOST = 64 * 1024
# To tell 2,000 readers takes some 0.2 s of a core. So many are told at a time, and then whoever waits for an
# answer comes first.
TOLD_AT_A_TIME = 50
# How many sends of one discussion a process spends a second on. After each message to many readers it
# rests as long as those took, and says what happened meanwhile at once: the first is never delayed.
SENDS_A_SECOND = 5_000


class NoRoom(Exception):
    """No stream can be had now: there are as many as there may be, or nothing could be told on it."""


class Subscription:
    """One reader's place: what waits to be sent, bounded."""

    __slots__ = ("_bytes_waiting", "_waiting", "_waker", "is_over")

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self.is_over = False
        self._waiting: deque[Batch] = deque()
        self._bytes_waiting = 0
        self._waker: asyncio.Future[None] | None = None

    def put(self, batch: Batch) -> None:
        """Let `batch` wait for the reader; end, if too much waits already."""
        if self.is_over:
            return
        self._bytes_waiting += len(batch.written)
        is_late = bool(self._waiting) and (
            len(self._waiting) >= WAITING_AT_MOST or self._bytes_waiting > BYTES_WAITING_AT_MOST
        )
        if is_late:
            self.end()
            return
        self._waiting.append(batch)
        self._wake()

    def end(self) -> None:
        """Say no more; what waits is forgotten."""
        self.is_over = True
        self._waiting.clear()
        self._wake()

    async def take(self) -> Batch | None:
        """Wait for something to say; None once it is over."""
        while not self._waiting and not self.is_over:
            self._waker = asyncio.get_running_loop().create_future()
            await self._waker
        if self.is_over:
            return None
        batch = self._waiting.popleft()
        self._bytes_waiting -= len(batch.written)
        return batch

    def _wake(self) -> None:
        if self._waker is not None and not self._waker.done():
            self._waker.set_result(None)


class _Topic:
    """The readers of one discussion, and what they have not been told yet."""

    __slots__ = ("is_resting", "readers", "untold")

    def __init__(self) -> None:
        self.readers: set[Subscription] = set()
        self.untold: dict[object, Message] = {}
        self.is_resting = False


class Hub:
    """Fans out what happened to those who listen. All of it runs on one event loop, so it locks nothing.

    `streams` is how many may listen at once in this process; 0 turns the live page off.
    """

    def __init__(self, *, streams: int) -> None:
        """Begin deaf: until `found` says that events arrive, nobody may listen."""
        self.streams = streams
        self.is_hearing = False
        self.listening = 0
        self._topics: dict[str, _Topic] = {}

    def subscribe(self, key: str) -> Subscription:
        """Listen to the discussion `key`; `leave` ends it. Raises `NoRoom`."""
        if not self.is_hearing or self.listening >= self.streams:
            raise NoRoom
        subscription = Subscription()
        self._topics.setdefault(key, _Topic()).readers.add(subscription)
        self.listening += 1
        return subscription

    def leave(self, key: str, subscription: Subscription) -> None:
        """Forget a `subscription` that `subscribe` gave out, exactly once."""
        subscription.end()
        self.listening -= 1
        topic = self._topics[key]
        topic.readers.discard(subscription)
        if not topic.readers:
            del self._topics[key]

    def found(self) -> None:
        """Events arrive from now on."""
        self.is_hearing = True

    def lost(self) -> None:
        """Events may be missed from now on: end every stream. Browsers come back, and ask what they missed."""
        self.is_hearing = False
        for topic in self._topics.values():
            for reader in topic.readers:
                reader.end()

    def hear(self, event: Event) -> None:
        """Tell those who listen to the discussion in which `event` happened; call it in the order of commits."""
        topic = self._topics.get(getattr(event, "key", ""))
        if topic is None:
            return
        message = message_about(event)
        if message is None:
            return
        name = message.replaces or message
        topic.untold.pop(name, None)
        topic.untold[name] = message
        if not topic.is_resting:
            self._tell(topic)

    def _tell(self, topic: _Topic) -> None:
        batch = Batch(topic.untold.values())
        topic.untold.clear()
        topic.is_resting = True
        # Who comes meanwhile asks what is missing, and is told of this then.
        self._tell_some(topic, batch, list(topic.readers))

    def _tell_some(self, topic: _Topic, batch: Batch, readers: list[Subscription]) -> None:
        loop = asyncio.get_running_loop()
        for reader in readers[-TOLD_AT_A_TIME:]:
            reader.put(batch)
        del readers[-TOLD_AT_A_TIME:]
        if readers:
            loop.call_soon(self._tell_some, topic, batch, readers)
        else:
            loop.call_later(len(topic.readers) / SENDS_A_SECOND, self._end_rest, topic)

    def _end_rest(self, topic: _Topic) -> None:
        topic.is_resting = False
        if topic.untold:
            self._tell(topic)
