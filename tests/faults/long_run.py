"""What is too much for every run of the tests: more rounds, more streams, more of everything."""

import statistics

import psutil

from .checker import wrong_counters
from .connection import run
from .contest import contest
from .crowd import come_at_once
from .sizes import costs, large_pages
from .slow import half_open, idle, read_times, slow_loris
from .staleness import Staleness, remove_and_watch
from .streams import come_and_go, cut_and_come_back

REMOVALS = 100
CONTESTS = 500
LISTENERS, CUTS_EACH, COMMENTS = 20, 50, 300
CYCLES = 10_000
READERS = 1_000
IDLE, SLOW, READS = 5_000, 200, 100


def measure_sizes(broadsheet):
    """Pages of 100,000 comments, of a chain 10,000 deep, and of 1,000 stories, beside smaller ones."""
    return run(costs(broadsheet.ports[-1], large_pages(broadsheet)))


def measure_staleness(broadsheet, seed):
    """How long removed words stay, alone and while they are edited and answered."""

    async def remove_often():
        article = broadsheet.unread.pop()
        total = Staleness()
        for number in range(REMOVALS):
            total.add(await remove_and_watch(broadsheet, article, f"long{number}", seconds=0.3))
        return total

    seen = run(remove_often())
    article = broadsheet.unread.pop()
    contested = run(contest(broadsheet, article, rounds=CONTESTS, seed=seed))
    return [
        [f"{REMOVALS} removals: pages asked after the acknowledgement", seen.asked],
        ["of them stale", seen.stale],
        ["latest of them, ms", f"{max(seen.last_stale, 0) * 1000:.1f}"],
        [f"{CONTESTS} removals while edited and answered: pages asked", contested.asked],
        ["of them stale", contested.stale],
        ["latest of them, ms", f"{max(contested.last_stale, 0) * 1000:.1f}"],
        ["not removed in the end", len(contested.not_removed)],
        ["decisions or edits not recorded", len(contested.unrecorded)],
        ["wrong counters", len(wrong_counters(broadsheet, article["key"]))],
    ]


def measure_streams(broadsheet, seed):
    """Streams that are cut all the time, and what they leave behind."""
    article = broadsheet.unread.pop()
    sources, posted = run(cut_and_come_back(broadsheet, article, LISTENERS, CUTS_EACH, COMMENTS))
    missed = sum(len(set(posted) - set(one.comments("posted"))) for one in sources)
    twice = sum(len(one.comments("posted")) - len(set(one.comments("posted"))) for one in sources)
    [worker] = psutil.Process(broadsheet.nodes[0][0].pid).children()
    run(come_and_go(broadsheet.ports[-1], article, CYCLES // 10))
    before = worker.memory_info().rss, worker.num_fds()
    run(come_and_go(broadsheet.ports[-1], article, CYCLES))
    return [
        [
            f"{LISTENERS * CUTS_EACH} cuts of {LISTENERS} streams, {len(posted)} comments: missed",
            missed,
        ],
        ["heard twice", twice],
        [
            f"{CYCLES} streams came and went: KiB more",
            (worker.memory_info().rss - before[0]) // 1024,
        ],
        ["descriptors more", worker.num_fds() - before[1]],
    ]


def measure_waiting(broadsheet, seed):
    """How readers fare in a crowd, and beside those who hold connections and do nothing."""
    article = broadsheet.unread.pop()
    seconds, statuses, sources = run(come_at_once(broadsheet.ports[-1], article["path"], READERS))

    async def read_among_them():
        path = f"/discussions/{article['key']}/"
        alone = await read_times(broadsheet.port, path, READS)
        async with (
            idle(broadsheet.port, IDLE),
            slow_loris(broadsheet.port, SLOW),
            half_open(broadsheet.port, SLOW),
        ):
            return alone, await read_times(broadsheet.port, path, READS)

    alone, among_them = (_p95(times) for times in run(read_among_them()))
    return [
        [f"{READERS} cold readers at once: seconds", f"{seconds:.2f}"],
        ["answered well", statuses.get(200, 0)],
        ["renderings", sources.get("broadsheet; fwd=miss", 0)],
        ["reading alone, p95 ms", f"{alone * 1000:.1f}"],
        [f"beside {IDLE} idle and {2 * SLOW} slow connections, p95 ms", f"{among_them * 1000:.1f}"],
    ]


def _p95(times):
    return statistics.quantiles(times, n=20)[-1]
