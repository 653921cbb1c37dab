"""The long run: `python -m tests.faults --seed 7 --minutes 10`."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from faults.connection import run
from faults.figures import blow_table, table, verdict_table
from faults.long_run import measure_sizes, measure_staleness, measure_streams, measure_waiting
from faults.nemesis import FAULTS
from faults.play import play
from faults.stage import Broadsheet

ARTICLES = 12
LARGE = ("--comments", "100000", "--chain", "10000", "--stories", "1000")
FAILURES = ("unresolved", "lost", "duplicated", "wrong_counters", "wrong_views")


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--minutes", type=float, default=10, help="how long the history lasts")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--faults", nargs="*", choices=FAULTS, default=list(FAULTS))
    parser.add_argument("--history-only", action="store_true", help="no other figures")
    parser.add_argument("--log", type=Path, help="where to keep the log of operations")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-faults-") as folder:
        broadsheet = Broadsheet(Path(folder) / "data")
        try:
            broadsheet.furnish(ARTICLES, *(() if wanted.history_only else LARGE))
            broadsheet.start()
            broadsheet.start_node()
            broadsheet.wait_for_job_worker()
            broadsheet.wait_for_nodes()
            if not wanted.history_only:
                print_figures(broadsheet, wanted.seed)
            is_sound = print_history(broadsheet, wanted)
        finally:
            broadsheet.clear_away()
            if wanted.log:
                wanted.log.with_suffix(".said").write_text(broadsheet.said())
    return 0 if is_sound else 1


def print_figures(broadsheet, seed):
    """What is measured while all is whole: one table for each kind of question."""
    pages = ["page", "bytes", "made, ms", "remembered, ms"]
    print(table(pages, measure_sizes(broadsheet)), "\n", flush=True)
    figures = []
    for measure in (measure_staleness, measure_streams, measure_waiting):
        figures += measure(broadsheet, seed)
    print(table(["what", "figure"], figures), "\n", flush=True)


def print_history(broadsheet, wanted):
    """Let people live and faults strike, say what it came to, and answer whether nothing is wrong."""

    async def rage(nemesis):
        clock = asyncio.get_running_loop().time
        end_at = clock() + wanted.minutes * 60
        while clock() < end_at:
            await nemesis.rage(wanted.faults, pause=2.0)

    outcome = run(
        play(
            broadsheet,
            seed=wanted.seed,
            clients=wanted.clients,
            article=broadsheet.unread.pop(),
            watched=broadsheet.unread.pop(),
            rage=rage,
            ports=broadsheet.ports[1:],
        )
    )
    if wanted.log:
        outcome.history.write(wanted.log)
    print(f"Seed {wanted.seed}, {wanted.clients} guests and a moderator\n")
    print(verdict_table(outcome), "\n")
    print(blow_table(outcome.blows))
    for name in FAILURES:
        for line in getattr(outcome.verdict, name)[:20]:
            print(f"{name}: {line}")
    return outcome.verdict.is_sound


if __name__ == "__main__":
    sys.exit(main())
