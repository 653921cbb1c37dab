"""Many clients at once: `wrk` where it is installed, else a Python client, which is a weaker hammer."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from .connection import Answer, Connection, Request

HERE = Path(__file__).parent
WRK = shutil.which("wrk")
TOOL = "wrk" if WRK else "Python client (no wrk here: the fast rates are its own limit)"
SLOW_SECONDS = 1.0
VERY_SLOW_SECONDS = 5.0
SLOW_REQUESTS = 3
READERS = {"Accept-Encoding": "br, gzip"}


@dataclass(frozen=True)
class Load:
    """What the clients ask for, again and again.

    The n-th request goes to the target n modulo their number, as the client n modulo theirs, so that odd
    numbers of targets meet every client. A client is a header of its own (a cookie). A target is a path with
    bodies; each time everybody has asked everything once, its next body is sent. `{n}` in it is the
    request's number.
    """

    address: str
    targets: tuple[tuple[str, ...], ...]
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=lambda: READERS)
    clients: tuple[tuple[str, str], ...] = ()
    accepted: tuple[int, int] = (200, 299)
    """The statuses, from and to, that acknowledge a request."""

    def request(self) -> Request:
        """The first of them, alone."""
        path, *bodies = self.targets[0]
        headers = {**self.headers, **dict(self.clients[:1])}
        return Request(self.method, path, headers, bodies[0] if bodies else "")


def reading(address: str, path: str) -> Load:
    """Readers who ask for one page."""
    return Load(address=address, targets=((path,),))


@dataclass(frozen=True)
class Measured:
    """What came of a load. Latencies in milliseconds."""

    requests: int
    acknowledged: int
    per_second: float
    p50: float
    p99: float


def press(load: Load, *, clients: int, seconds: float, number_from: int = 0) -> Measured:
    """Press with that many clients for that long. Requests are numbered from `number_from` on.

    What takes longer than a second is asked alone, a few times: a queue in front of it would tell nothing.
    """
    if load.method == "GET" and (first := _alone(load)).seconds > SLOW_SECONDS:
        return _one_after_another(load, first)
    with tempfile.NamedTemporaryFile("w", suffix=".plan") as plan:
        plan.write("\n".join(_plan(load, number_from)))
        plan.flush()
        command = (
            _wrk(load, plan.name, clients, seconds)
            if WRK
            else [
                *(sys.executable, "-m", "benchmarks.frame.client"),
                *(load.address, plan.name, str(clients), str(seconds)),
            ]
        )
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    result = json.loads(done.stdout[done.stdout.index("{") :])
    return Measured(**result)


def _wrk(load: Load, plan: str, clients: int, seconds: float) -> list[str]:
    # A script that is asked for every request costs wrk half its speed: reads do without.
    script = "read.lua" if _is_one_page(load) else "write.lua"
    headers = [part for name, value in load.headers.items() for part in ("-H", f"{name}: {value}")]
    address = load.address + (load.targets[0][0] if _is_one_page(load) else "/")
    return [
        *(str(WRK), "-t1", f"-c{clients}", f"-d{max(1, round(seconds))}s", "--timeout", "60s"),
        *(*headers, "-s", str(HERE / script), address, "--", plan),
    ]


def _is_one_page(load: Load) -> bool:
    return load.method == "GET" and len(load.targets) == 1


def _plan(load: Load, number_from: int) -> list[str]:
    """The load as lines of fields separated by tabs, for whoever presses."""
    return [
        f"method\t{load.method}",
        f"number_from\t{number_from}",
        f"accepted\t{load.accepted[0]}\t{load.accepted[1]}",
        *(f"header\t{name}\t{value}" for name, value in load.headers.items()),
        *(f"client\t{name}\t{value}" for name, value in load.clients),
        *("\t".join(("target", *target)) for target in load.targets),
    ]


def _alone(load: Load) -> Answer:
    with Connection(load.address) as connection:
        return connection.ask(load.request())


def _one_after_another(load: Load, first: Answer) -> Measured:
    more = SLOW_REQUESTS - 1 if first.seconds < VERY_SLOW_SECONDS else 0
    answers = [first, *(_alone(load) for _ in range(more))]
    least, most = load.accepted
    acknowledged = sum(least <= answer.status <= most for answer in answers)
    took = [1000 * answer.seconds for answer in answers]
    return Measured(
        requests=len(answers),
        acknowledged=acknowledged,
        per_second=1000 * acknowledged / sum(took),
        p50=statistics.median(took),
        p99=max(took),
    )
