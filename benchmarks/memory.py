"""M: how much memory Broadsheet takes, idle and loaded, and how long a start takes to the first page.

    .venv/bin/python -m benchmarks.memory

Times are from the command to the first complete front page; a warm start finds everything that can be kept.
Memory is the proportional set size (Linux): what processes share is counted once.
"""

import statistics
import tempfile
from pathlib import Path

from benchmarks.frame.connection import Connection, Request
from benchmarks.frame.load import READERS, press
from benchmarks.frame.memory import megabytes, wait_until_idle
from benchmarks.frame.newspaper import Newspaper, filled, places
from benchmarks.frame.readers import guests, posting
from benchmarks.frame.report import Report
from benchmarks.frame.rounds import WRITERS_AT_ONCE, Options, options


def main() -> None:
    wanted = options(__doc__)
    measure(wanted).publish(write=wanted.write)


def measure(wanted: Options) -> Report:
    report = Report("Memory and start", f"one web worker; {wanted.repeats} warm starts; PSS in MB")
    measure_sample(report, wanted)
    measure_loaded(report, wanted)
    return report


def measure_sample(report: Report, wanted: Options) -> None:
    """Starts and idle memory with the sample newspaper."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-benchmark-") as folder:
        Path(folder).chmod(0o755)
        newspaper = Newspaper(Path(folder) / "data")
        try:
            first = newspaper.start("--sample")
            warm = []
            for _ in range(wanted.repeats):
                newspaper.stop()
                warm.append(newspaper.start())
            starts = report.table(
                "Starts, in seconds to the first front page", "which", "median", "worst"
            )
            starts.add("first, with tables, static files and sample", first, first)
            starts.add("warm", statistics.median(warm), max(warm))
            is_idle = wait_until_idle(newspaper.pid)
            state = "idle" if is_idle else "not idle, something still works"
            _memory_table(
                report, f"Memory with the sample, {state}", [megabytes(newspaper.pid)], [state]
            )
        finally:
            newspaper.stop()


def measure_loaded(report: Report, wanted: Options) -> None:
    """Memory with the corpus: idle, after reads of everything, after posts."""
    with filled(wanted.scale) as newspaper:
        found = places(newspaper)
        wait_until_idle(newspaper.pid)
        states = {"idle": megabytes(newspaper.pid)}
        with Connection(newspaper.address) as reader:
            for place in found:
                for path in (place.path, f"/discussions/{place.key}/"):
                    reader.ask(Request("GET", path, READERS))
        states["every story read"] = megabytes(newspaper.pid)
        clients = guests(newspaper.address, found[0], WRITERS_AT_ONCE)
        load = posting(newspaper.address, found, clients)
        press(load, clients=WRITERS_AT_ONCE, seconds=wanted.seconds * wanted.repeats)
        states["posted to"] = megabytes(newspaper.pid)
        _memory_table(report, "Memory with the corpus", list(states.values()), list(states))


def _memory_table(
    report: Report, title: str, taken: list[dict[str, float]], states: list[str]
) -> None:
    table = report.table(title, "process", *states)
    for name in taken[0]:
        table.add(name, *(one.get(name, 0.0) for one in taken))
    table.add("together", *(sum(one.values()) for one in taken))


if __name__ == "__main__":
    main()
