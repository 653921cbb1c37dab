"""Who asks slowly, or nothing at all, keeps nobody else from reading."""

import statistics

from .connection import run
from .slow import half_open, idle, read_times, slow_loris

IDLE = 300
SLOW = 100
READS = 30
PROMPT_SECONDS = 5


def test_readers_are_answered_beside_the_slow_and_the_silent(broadsheet, article):
    async def read_among_them():
        path = f"/discussions/{article['key']}/"
        alone = await read_times(broadsheet.port, path, READS)
        async with (
            idle(broadsheet.port, IDLE),
            slow_loris(broadsheet.port, SLOW),
            half_open(broadsheet.port, SLOW),
        ):
            return alone, await read_times(broadsheet.port, path, READS)

    alone, among_them = run(read_among_them())
    print(
        f"median read: {statistics.median(alone) * 1000:.0f} ms alone, "
        f"{statistics.median(among_them) * 1000:.0f} ms beside {IDLE} idle and {2 * SLOW} slow connections"
    )
    assert max(among_them) < PROMPT_SECONDS
