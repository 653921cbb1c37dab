"""Many readers at once."""

import asyncio

from .connection import browsers


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
