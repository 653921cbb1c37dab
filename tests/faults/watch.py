"""Two who ask all the time, so that it is known from when to when nobody was served."""

import asyncio
import contextlib
import itertools
from dataclasses import dataclass, field

from .connection import Browser, Unanswered

SECONDS_BETWEEN = 0.05
READS_AT_ONCE = 4
PATIENCE_SECONDS = 2


@dataclass
class Successes:
    """The moments (monotonic) at which an answer was as it should be, in order."""

    moments: list[float] = field(default_factory=list)

    def longest_gap(self, since, until):
        """The longest time, in seconds, without a success between the two moments, both counted."""
        within = [moment for moment in self.moments if since <= moment <= until]
        before = [moment for moment in self.moments if moment < since]
        edges = [before[-1] if before else since, *within, until]
        return max(later - earlier for earlier, later in itertools.pairwise(edges))

    def has_any_since(self, moment):
        return bool(self.moments) and self.moments[-1] >= moment


class Watch:
    """A reader who reads and a guest who votes back and forth, each on a new connection every time."""

    def __init__(self, port, *, read_path, vote_path):
        self.port = port
        self.read_path = read_path
        self.vote_path = vote_path
        self.reads = Successes()
        self.writes = Successes()
        self.server_errors: dict[int, int] = {}
        self.voter = Browser(port, patience=PATIENCE_SECONDS)

    @contextlib.asynccontextmanager
    async def watching(self):
        """Watch while the block runs."""
        tasks = [
            asyncio.create_task(self._read_all_the_time()),
            asyncio.create_task(self._vote_all_the_time()),
        ]
        try:
            await self.both_after(asyncio.get_running_loop().time(), within=30)
            yield self
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self.voter.hang_up()

    async def both_after(self, moment, *, within):
        """Wait until a read and a write have succeeded after `moment`."""
        give_up_at = moment + within
        clock = asyncio.get_running_loop().time
        while clock() < give_up_at:
            if self.reads.has_any_since(moment) and self.writes.has_any_since(moment):
                return
            await asyncio.sleep(0.01)

    async def _read_all_the_time(self):
        """Begin a read every 50 ms, unless four are still unanswered."""
        reading = set()
        try:
            while True:
                if len(reading) < READS_AT_ONCE:
                    task = asyncio.create_task(self._note(self.reads, self._read()))
                    reading.add(task)
                    task.add_done_callback(reading.discard)
                await asyncio.sleep(SECONDS_BETWEEN)
        finally:
            for task in reading:
                task.cancel()

    async def _vote_all_the_time(self):
        """Vote and vote back, one after the other: a person has one opinion at a time."""
        while True:
            await self._note(self.writes, self._vote())
            await asyncio.sleep(SECONDS_BETWEEN)

    async def _note(self, successes, asking):
        with contextlib.suppress(Unanswered):
            answer = await asking
            if answer.status < 400:
                successes.moments.append(asyncio.get_running_loop().time())
            elif answer.status >= 500:
                self.server_errors[answer.status] = self.server_errors.get(answer.status, 0) + 1

    async def _read(self):
        browser = Browser(self.port, patience=PATIENCE_SECONDS)
        try:
            return await browser.get(self.read_path)
        finally:
            browser.hang_up()

    async def _vote(self):
        self.voter.hang_up()
        value = 1 if len(self.writes.moments) % 2 else -1
        return await self.voter.post(self.vote_path, {"value": value})
