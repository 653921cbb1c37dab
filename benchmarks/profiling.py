"""Where the time goes of a page that is not in memory, of a post and of a vote.

    .venv/bin/python -m benchmarks.profiling

In one process, through Django's own (synchronous) handler, without a server in between: what making an
answer costs, how much of that is the database's, and which functions take it (cProfile, whose own weight
makes small functions look heavier than they are).
"""

import cProfile
import io
import itertools
import json
import os
import pstats
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from benchmarks.frame.newspaper import filled, places
from benchmarks.frame.readers import OWN_PAGE, comment
from benchmarks.frame.report import Report
from benchmarks.frame.rounds import Options, options

REQUESTS = 50
WARM_UP_REQUESTS = 5
FUNCTIONS_SHOWN = 25
STATEMENT_LENGTH = 110
IN_PROCESS = "--in-process"
OF_A_LIBRARY = re.compile(r"^.*?/(?:site-packages|src|lib/python3\.\d+)/")


@dataclass
class Cost:
    """What one kind of request costs; times in milliseconds, medians."""

    name: str
    median: float
    statements: list[tuple[str, float]]
    """What was asked of the database, shortened, and how long it took."""
    functions: list[tuple[str, int, float, float]]
    """By own time: name, calls, own and whole milliseconds, each for one request."""


def main() -> None:
    if sys.argv[1:2] == [IN_PROCESS]:
        print(json.dumps([asdict(cost) for cost in costs(*sys.argv[2:])]))
        return
    wanted = options(__doc__)
    measure(wanted).publish(write=wanted.write)


def measure(wanted: Options) -> Report:
    report = Report(
        "Profile", f"{REQUESTS} requests each, in process; corpus at scale {wanted.scale:g}"
    )
    table = report.table(
        "What one request costs without a server",
        "request",
        "median ms",
        "statements",
        "of it SQL ms",
    )
    with filled(wanted.scale) as newspaper:
        long, longest = places(newspaper)[:2]
        module = [sys.executable, "-m", "benchmarks.profiling", IN_PROCESS]
        done = subprocess.run(
            [*module, long.key, longest.key, long.path, str(long.comment_ids[0])],
            env={**newspaper.environment, "BROADSHEET_DATABASE_URL": newspaper.database_url},
            check=True,
            capture_output=True,
            text=True,
        )
    for cost in (Cost(**fields) for fields in json.loads(done.stdout)):
        in_database = sum(took for _statement, took in cost.statements)
        table.add(cost.name, cost.median, len(cost.statements), in_database)
        statements = report.table(f"{cost.name}: statements, in their order", "statement", "ms")
        for statement in cost.statements:
            statements.add(*statement)
        functions = report.table(
            f"{cost.name}: functions, by own time", "function", "calls", "own ms", "whole ms"
        )
        for function in cost.functions:
            functions.add(*function)
    return report


def costs(long_key: str, longest_key: str, path: str, comment_id: str) -> list[Cost]:
    """What each kind of request costs, in this process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.web.settings.production"
    import django

    django.setup()
    from django.core.handlers.base import BaseHandler
    from django.test import RequestFactory

    handler = BaseHandler()
    handler.load_middleware()
    make = RequestFactory(headers={"host": "localhost"})

    def read(address: str) -> Callable[[], None]:
        return lambda: _expect(handler.get_response(make.get(address)), 200)

    def write(address: str, body: Callable[[], str], status: int, **headers: str):
        sent = {"sec-fetch-site": "same-origin", **headers}
        return lambda: _expect(
            handler.get_response(
                make.post(address, body(), content_type=OWN_PAGE["Content-Type"], headers=sent)
            ),
            status,
        )

    numbers = itertools.count()
    votes = itertools.cycle(("value=1", "value=-1"))
    requests = {
        "discussion of 1,000 comments": read(f"/discussions/{long_key}/"),
        "discussion of 10,000": read(f"/discussions/{longest_key}/"),
        "article page": read(path),
        "post by a new guest": write(
            f"/discussions/{long_key}/comments/",
            lambda: comment(f"{time.time()}-{next(numbers)}"),
            201,
            **{"bs-fragment": "comment"},
        ),
        "vote by a new guest": write(
            f"/comments/{comment_id}/vote/", lambda: next(votes), 200, accept="application/json"
        ),
    }
    return [cost_of(name, request) for name, request in requests.items()]


def _expect(response, status: int) -> None:
    assert response.status_code == status, (response.status_code, response.content[:500])
    assert response.content


def cost_of(name: str, request: Callable[[], None]) -> Cost:
    """Time it, count its statements, profile it; each in runs of its own, so that none weighs on the other."""
    for _ in range(WARM_UP_REQUESTS):
        request()
    took = [_milliseconds(request) for _ in range(REQUESTS)]
    statements = sent_to_database(request)
    profiler = cProfile.Profile()
    for _ in range(REQUESTS):
        profiler.runcall(request)
    return Cost(
        name=name,
        median=statistics.median(took),
        statements=statements,
        functions=_functions(profiler),
    )


def _milliseconds(request: Callable[[], None]) -> float:
    began = time.perf_counter()
    request()
    return 1000 * (time.perf_counter() - began)


def sent_to_database(request: Callable[[], None]) -> list[tuple[str, float]]:
    """The statements of one request, shortened, and how long each took in milliseconds."""
    from django.db import connection

    sent: list[tuple[str, float]] = []

    def timed(execute, statement, *arguments):
        began = time.perf_counter()
        try:
            return execute(statement, *arguments)
        finally:
            sent.append((_shortened(statement), 1000 * (time.perf_counter() - began)))

    with connection.execute_wrapper(timed):
        request()
    return sent


def _shortened(statement: str) -> str:
    """Without its columns, quotation marks and line breaks, and no longer than a line."""
    plain = " ".join(statement.replace('"', "").split())
    return re.sub(r"^SELECT .*? FROM ", "SELECT … FROM ", plain)[:STATEMENT_LENGTH]


def _functions(profiler: cProfile.Profile) -> list[tuple[str, int, float, float]]:
    stats = pstats.Stats(profiler, stream=io.StringIO()).sort_stats("tottime")
    rows = []
    for place in stats.fcn_list[:FUNCTIONS_SHOWN]:  # type: ignore[attr-defined]
        _primitive, calls, own, whole, _callers = stats.stats[place]  # type: ignore[attr-defined]
        file, line, function = place
        name = f"{OF_A_LIBRARY.sub('', file)}:{line} {function}" if line else function
        each = 1000 / REQUESTS
        rows.append((name, round(calls / REQUESTS), own * each, whole * each))
    return rows


if __name__ == "__main__":
    main()
