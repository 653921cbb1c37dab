"""The long run: `python -m tests.faults --seed 7 --minutes 10`."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from faults.figures import blow_table, verdict_table
from faults.nemesis import FAULTS
from faults.play import play
from faults.stage import Broadsheet


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--faults", nargs="*", choices=FAULTS, default=list(FAULTS))
    parser.add_argument("--log", type=Path, help="where to keep the log of operations")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-faults-") as folder:
        broadsheet = Broadsheet(Path(folder) / "data")
        try:
            broadsheet.furnish(2)
            broadsheet.start()
            broadsheet.wait_for_job_worker()
            outcome = asyncio.run(run(broadsheet, wanted))
        finally:
            broadsheet.clear_away()
        said = broadsheet.said()
    if wanted.log:
        outcome.history.write(wanted.log)
        wanted.log.with_suffix(".said").write_text(said)
    print(f"Seed {wanted.seed}, {wanted.clients} guests and a moderator\n")
    print(verdict_table(outcome))
    print()
    print(blow_table(outcome.blows))
    for name in ("unresolved", "lost", "duplicated", "wrong_counters", "wrong_views"):
        for line in getattr(outcome.verdict, name)[:20]:
            print(f"{name}: {line}")
    return 0 if outcome.verdict.is_sound else 1


async def run(broadsheet, wanted):
    async def rage(nemesis):
        clock = asyncio.get_running_loop().time
        end_at = clock() + wanted.minutes * 60
        while clock() < end_at:
            await nemesis.rage(wanted.faults, pause=2.0)

    return await play(
        broadsheet,
        seed=wanted.seed,
        clients=wanted.clients,
        article=broadsheet.articles[0],
        watched=broadsheet.articles[1],
        rage=rage,
    )


if __name__ == "__main__":
    sys.exit(main())
