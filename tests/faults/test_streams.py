"""The live page: who is cut off misses nothing and hears nothing twice; who does not listen delays nobody."""

import asyncio

import psutil

from .connection import Browser, Unanswered, run
from .play import say
from .streams import EventSource, come_and_go, cut_and_come_back, listen_until_cut

LISTENERS = 12
CUTS_EACH = 10
COMMENTS = 60
CYCLES = 400
# What a process may keep after so many came and went: allocators round up, and pages are made meanwhile.
GROWTH_BYTES = 12 * 1024 * 1024
GROWTH_DESCRIPTORS = 8


def test_nothing_is_missed_or_heard_twice(broadsheet, article):
    sources, posted = run(cut_and_come_back(broadsheet, article, LISTENERS, CUTS_EACH, COMMENTS))
    print(f"{len(sources)} listeners, {LISTENERS * CUTS_EACH} cuts, {len(posted)} comments")

    for source in sources:
        assert sorted(source.comments("posted")) == sorted(posted), source.port


def test_coming_and_going_leaves_nothing_behind(broadsheet, article):
    node = psutil.Process(broadsheet.nodes[0][0].pid)
    port = broadsheet.nodes[0][1]
    [worker] = node.children()
    run(come_and_go(port, article, CYCLES // 4))
    before = worker.memory_info().rss, worker.num_fds()

    run(come_and_go(port, article, CYCLES))

    after = worker.memory_info().rss, worker.num_fds()
    grown = (after[0] - before[0]) / 1024
    print(
        f"{CYCLES} streams came and went: {grown:.0f} KiB, {after[1] - before[1]} descriptors more"
    )
    assert after[0] - before[0] < GROWTH_BYTES
    assert after[1] - before[1] < GROWTH_DESCRIPTORS


def test_who_stops_listening_delays_nobody(broadsheet, article):
    """Twenty streams that nobody reads, and one that somebody does: they hear as soon as ever."""

    async def listen_beside_deaf_ears():
        port = broadsheet.ports[-1]
        deaf = [EventSource(port, article["key"], known=0) for _ in range(20)]
        for source in deaf:
            await source.connect()
        listener = EventSource(port, article["key"], known=0)
        listening = asyncio.create_task(listener.listen())
        await listener.opened.wait()
        clock = asyncio.get_running_loop().time
        delays = []
        for number in range(10):
            comment = await say(broadsheet.port, article["key"], f"Said aloud, {number}.")
            acknowledged = clock()
            while comment not in listener.comments("posted"):
                assert clock() - acknowledged < 5
                await asyncio.sleep(0.002)
            delays.append(clock() - acknowledged)
        listening.cancel()
        reads = await Browser(port).get(f"/discussions/{article['key']}/")
        return delays, reads.status

    delays, status = run(listen_beside_deaf_ears())
    print(f"heard at most {max(delays) * 1000:.1f} ms after the acknowledgement")

    assert status == 200


def test_a_cut_listener_ends_the_streams_and_all_come_back(broadsheet, article):
    """A process that no longer hears of changes says so by ending its streams."""

    async def lose_and_find_again():
        source = EventSource(broadsheet.ports[-1], article["key"], known=0)
        listening = asyncio.create_task(source.listen())
        await source.opened.wait()
        broadsheet.ask_database(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'broadsheet listener'"
        )
        async with asyncio.timeout(10):
            await listening
            comment = await say(broadsheet.port, article["key"], "While nobody listened.")
            while comment not in source.comments("posted"):
                try:
                    await listen_until_cut(source, 0.5)
                except Unanswered:
                    await asyncio.sleep(0.1)
        return source.comments("posted").count(comment)

    assert run(lose_and_find_again()) == 1
