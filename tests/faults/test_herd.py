"""A crowd that comes at once to a page nobody has asked for yet: it is made once."""

import asyncio

from .connection import browsers, run

READERS = 1_000
RENDERINGS = 2


def test_a_thousand_cold_readers_cost_two_renderings(broadsheet, article):
    port = broadsheet.ports[-1]
    seconds, statuses, sources = run(come_at_once(port, article["path"], READERS))
    print(f"{READERS} readers answered in {seconds:.2f} s: {statuses}, {sources}")

    assert statuses == {200: READERS}
    assert 1 <= sources.get("broadsheet; fwd=miss", 0) <= RENDERINGS


async def come_at_once(port, path, readers):
    """So many readers, each on a connection of their own; answer what they got, and where from."""
    clock = asyncio.get_running_loop().time
    async with browsers(port, readers, patience=60) as crowd:
        began = clock()
        answers = await asyncio.gather(*(browser.get(path) for browser in crowd))
        seconds = clock() - began
    statuses, sources = {}, {}
    for answer in answers:
        source = answer.header("cache-status")
        statuses[answer.status] = statuses.get(answer.status, 0) + 1
        sources[source] = sources.get(source, 0) + 1
    return seconds, statuses, sources
