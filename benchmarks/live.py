"""L1: idle live streams in one process, what they take of memory, and how soon a comment is on all of them.

.venv/bin/python -m benchmarks.live
"""

import json
import re
import resource
import statistics
import subprocess
import sys
import time

from benchmarks.frame.connection import Connection, ask
from benchmarks.frame.memory import megabytes
from benchmarks.frame.newspaper import Newspaper, Place, filled, places
from benchmarks.frame.readers import post
from benchmarks.frame.report import Report
from benchmarks.frame.rounds import Options, options

STREAMS = (100, 2_000)
POSTS_A_REPEAT = 10
SECONDS_TO_SETTLE = 2
COMMENT_ID = re.compile(rb'comment-(\d+)"')


def main() -> None:
    wanted = options(__doc__)
    measure(wanted).publish(write=wanted.write)


def measure(wanted: Options) -> Report:
    posts = POSTS_A_REPEAT * wanted.repeats
    report = Report(
        "Live", f"{posts} comments, one a second; one web worker, one listening process"
    )
    memory = report.table(
        "Memory of the web worker with idle streams (PSS, MB)",
        *("streams", "before", "with them", "kB for each"),
    )
    delay = report.table(
        "From the acknowledged comment to its message",
        *("streams", "p50 ms", "p99 ms", "worst ms", "from sending it, p99 ms", "messages missing"),
    )
    allow_many_files()
    for count in STREAMS:
        with filled(wanted.scale) as newspaper:
            newspaper_is_warm(newspaper)
            before = megabytes(newspaper.pid)["web worker"]
            with Listeners(newspaper, places(newspaper)[0], count) as listeners:
                time.sleep(SECONDS_TO_SETTLE)
                after = megabytes(newspaper.pid)["web worker"]
                memory.add(count, before, after, 1000 * (after - before) / count)
                sent = post_slowly(newspaper, places(newspaper)[0], posts)
                delay.add(count, *delays(sent, listeners.arrivals(), count))
    memory.notes.append("The aim: 2,000 idle streams in one process under 200 MB.")
    delay.notes.append(
        "Over every message on every stream. A message may come before its own acknowledgement; that counts"
        " as less than nothing. The listening process shares the machine, so that the last of many"
        " messages waits for it too."
    )
    return report


def allow_many_files() -> None:
    """Let this process and its children open as many connections as the system permits."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def newspaper_is_warm(newspaper: Newspaper) -> None:
    """Let it load what it loads with the first requests."""
    for place in places(newspaper)[:5]:
        ask(newspaper.address, place.path)
        ask(newspaper.address, f"/discussions/{place.key}/")


class Listeners:
    """Streams on one discussion, in a process of their own, for as long as the block lasts."""

    def __init__(self, newspaper: Newspaper, place: Place, count: int):
        path = f"/discussions/{place.key}/live/?since=0"
        module = [sys.executable, "-m", "benchmarks.frame.streams"]
        self.running = subprocess.Popen(
            [*module, newspaper.address, path, str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self):
        assert self.running.stdout is not None
        said = self.running.stdout.readline()
        if not said.startswith("open"):
            sys.exit("The streams could not be opened; why stands above.")
        return self

    def __exit__(self, *_why):
        self.running.terminate()
        self.running.wait(30)

    def arrivals(self) -> dict[int, list[int]]:
        """End listening; answer when each comment arrived, in nanoseconds."""
        said, _ = self.running.communicate()
        return {int(comment): arrived for comment, arrived in json.loads(said).items()}


def post_slowly(newspaper: Newspaper, place: Place, posts: int) -> dict[int, tuple[int, int]]:
    """Post one comment a second; answer when each was sent and acknowledged, in nanoseconds, by its id."""
    sent = {}
    with Connection(newspaper.address) as connection:
        for _ in range(posts):
            began = time.monotonic_ns()
            answer = post(connection, place)
            acknowledged = time.monotonic_ns()
            found = COMMENT_ID.search(answer.body)
            assert found, "an answer to a comment shows it"
            sent[int(found[1])] = (began, acknowledged)
            time.sleep(1)
    return sent


def delays(
    sent: dict[int, tuple[int, int]], arrived: dict[int, list[int]], count: int
) -> tuple[float, float, float, float, int]:
    """p50, p99 and worst since the acknowledgement, p99 since it was sent, and how many never came."""
    since_acknowledged, since_sent = [], []
    for comment, (began, acknowledged) in sent.items():
        for moment in arrived.get(comment, []):
            since_acknowledged.append((moment - acknowledged) / 1e6)
            since_sent.append((moment - began) / 1e6)
    missing = len(sent) * count - len(since_acknowledged)
    if len(since_acknowledged) < 2:
        return float("nan"), float("nan"), float("nan"), float("nan"), missing
    _, *_, last = statistics.quantiles(since_acknowledged, n=100)
    return (
        statistics.median(since_acknowledged),
        last,
        max(since_acknowledged),
        statistics.quantiles(since_sent, n=100)[-1],
        missing,
    )


if __name__ == "__main__":
    main()
