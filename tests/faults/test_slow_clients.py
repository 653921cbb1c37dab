"""Who asks slowly, or nothing at all, keeps nobody else from reading."""

import asyncio
import statistics

from .connection import Browser, run
from .slow import half_open, idle, slow_loris

IDLE = 300
SLOW = 100
READS = 30
PROMPT_SECONDS = 5


def test_readers_are_answered_beside_the_slow_and_the_silent(broadsheet, article):
    async def read_among_them():
        path = f"/discussions/{article['key']}/"
        alone = await read_times(broadsheet.port, path)
        async with (
            idle(broadsheet.port, IDLE),
            slow_loris(broadsheet.port, SLOW),
            half_open(broadsheet.port, SLOW),
        ):
            return alone, await read_times(broadsheet.port, path)

    alone, among_them = run(read_among_them())
    print(
        f"median read: {statistics.median(alone) * 1000:.0f} ms alone, "
        f"{statistics.median(among_them) * 1000:.0f} ms beside {IDLE} idle and {2 * SLOW} slow connections"
    )
    assert max(among_them) < PROMPT_SECONDS


async def read_times(port, path):
    """How long each of some reads took, in seconds, each on a connection of its own."""
    clock = asyncio.get_running_loop().time
    times = []
    for _read in range(READS):
        began = clock()
        browser = Browser(port)
        answer = await browser.get(path)
        browser.hang_up()
        assert answer.status == 200
        times.append(clock() - began)
    return times
