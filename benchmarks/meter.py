"""What the meter and the asks cost: an article with them against the same without; warm, and after a gift.

.venv/bin/python -m benchmarks.meter
"""

import contextlib
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.frame.connection import Answer, Connection, Request, ask
from benchmarks.frame.load import READERS, reading
from benchmarks.frame.newspaper import Newspaper
from benchmarks.frame.readers import is_miss
from benchmarks.frame.report import Report
from benchmarks.frame.rounds import READERS_AT_ONCE, Options, latencies, options, rate, ratio, reads

GIFTS = 1_000
GIFTS_WHILE_READ = 40
WITH, WITHOUT = "G1 article with the meter and two asks", "G2 the same without"


class Counter:
    """Where gifts are taken, one by one."""

    def __init__(self, newspaper: Newspaper):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.frame.fund", str(GIFTS)],
            env=newspaper.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pages = {WITH: self._line(), WITHOUT: self._line()}

    def take_a_gift(self) -> None:
        """Come back once it is received."""
        assert self.process.stdin is not None
        self.process.stdin.write("one more\n")
        self.process.stdin.flush()
        self._line()

    def close(self) -> None:
        self.process.communicate()

    def _line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        if not line:
            raise ConnectionError("No gifts are taken.")
        return line


def main() -> None:
    wanted = options(__doc__)
    measure(wanted).publish(write=wanted.write)


def measure(wanted: Options) -> Report:
    report = Report(
        "Meter",
        f"{READERS_AT_ONCE} readers for {wanted.seconds:g} s × {wanted.repeats}, interleaved, medians;"
        f" one web worker; {GIFTS:,} gifts this month",
    )
    with _newspaper() as newspaper, _counter(newspaper) as counter:
        measure_warm(report, newspaper, counter, wanted)
        measure_after_gifts(report, newspaper, counter)
    return report


@contextlib.contextmanager
def _newspaper() -> Iterator[Newspaper]:
    """A running newspaper in which nothing has been published."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-benchmark-") as folder:
        Path(folder).chmod(0o755)
        newspaper = Newspaper(Path(folder) / "data")
        newspaper.call("broadsheet.serve.cli", "init", stdout=subprocess.DEVNULL)
        try:
            newspaper.start()
            yield newspaper
        finally:
            newspaper.stop()


@contextlib.contextmanager
def _counter(newspaper: Newspaper) -> Iterator[Counter]:
    counter = Counter(newspaper)
    try:
        yield counter
    finally:
        counter.close()


def measure_warm(report: Report, newspaper: Newspaper, counter: Counter, wanted: Options) -> None:
    loads = {name: reading(newspaper.address, path) for name, path in counter.pages.items()}
    came = reads(loads, wanted)
    table = report.table(
        "Warm", *("what is read", "per second", "p50 ms", "p99 ms", "× G2", "bytes on the wire")
    )
    for name, measured in came.items():
        weight = ask(newspaper.address, counter.pages[name]).wire_bytes
        against = ratio(measured, came[WITHOUT])
        table.add(name, rate(measured), *latencies(measured), against, weight)


def measure_after_gifts(report: Report, newspaper: Newspaper, counter: Counter) -> None:
    """The first request after each gift, and the one after it."""
    table = report.table(
        "The first request after a gift, to its first byte",
        *("what is read", "median ms", "worst ms", "again, median ms", "misses", "misses again"),
    )
    came: dict[str, list[tuple[Answer, Answer]]] = {name: [] for name in counter.pages}
    with Connection(newspaper.address) as reader:
        for _ in range(GIFTS_WHILE_READ):
            counter.take_a_gift()
            for name, path in counter.pages.items():
                wanted = Request("GET", path, READERS)
                came[name].append((reader.ask(wanted), reader.ask(wanted)))
    for name, answers in came.items():
        first, again = zip(*answers, strict=True)
        times = [1000 * one.to_first_byte for one in first]
        warm = statistics.median(1000 * one.to_first_byte for one in again)
        misses = [f"{sum(map(is_miss, some))} of {len(some)}" for some in (first, again)]
        table.add(name, statistics.median(times), max(times), warm, *misses)
    table.notes.append(
        f"After each of {GIFTS_WHILE_READ} gifts, nobody else asking. A gift costs one meter; the page is put"
        " together anew from what is in memory."
    )


if __name__ == "__main__":
    main()
