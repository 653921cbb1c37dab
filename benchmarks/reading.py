"""How fast pages are read: R1 to R4 warm, cold and while somebody posts; R5, the limit; and the peers.

.venv/bin/python -m benchmarks.reading
"""

import contextlib
import statistics
from urllib.parse import urlencode

from benchmarks.frame.connection import Answer, Connection, Request, ask
from benchmarks.frame.constant import constant
from benchmarks.frame.load import READERS, Load, Measured, press, reading
from benchmarks.frame.newspaper import Newspaper, Place, filled, places
from benchmarks.frame.readers import EverySecond, Hits, is_miss, post
from benchmarks.frame.report import Report
from benchmarks.frame.rounds import (
    READERS_AT_ONCE,
    Options,
    latencies,
    options,
    rate,
    ratio,
    reads,
)
from benchmarks.peers import PEERS, Peer

R1, R2 = "R1 discussion of 1,000 comments", "R2 discussion of 10,000"
R3, R4, R5 = "R3 counts of 50 stories", "R4 article page with 1,000 comments", "R5 constant bytes"
STORIES_ON_A_FRONT_PAGE = 50
COLD_REQUESTS = 40


def main() -> None:
    wanted = options(__doc__)
    measure(wanted).publish(write=wanted.write)


def measure(wanted: Options) -> Report:
    report = Report(
        "Reading",
        f"{READERS_AT_ONCE} readers for {wanted.seconds:g} s × {wanted.repeats}, interleaved, medians;"
        f" one web worker; corpus at scale {wanted.scale:g}; Accept-Encoding: {READERS['Accept-Encoding']}",
    )
    with filled(wanted.scale) as newspaper:
        found = places(newspaper)
        pages = pages_there(newspaper, found)
        with constant(ask(newspaper.address, pages[R1])) as limit:
            measure_warm(report, newspaper, pages, limit, wanted)
            if wanted.peers:
                measure_peers(report, newspaper, pages, wanted)
            measure_while_posting(report, newspaper, pages, found, limit, wanted)
        measure_cold(report, newspaper, pages, found)
    return report


def pages_there(newspaper: Newspaper, found: list[Place]) -> dict[str, str]:
    """The pages that are read, by name. Raises ConnectionError for one that does not answer with 200."""
    keys = urlencode([("key", place.key) for place in found[:STORIES_ON_A_FRONT_PAGE]])
    pages = {
        R1: f"/discussions/{found[0].key}/",
        R2: f"/discussions/{found[1].key}/",
        R3: f"/counts/?{keys}",
        R4: found[0].path,
    }
    for name, path in pages.items():
        status = ask(newspaper.address, path).status
        if status != 200:
            raise ConnectionError(f"{name} ({path[:60]}) was answered with {status}.")
    return pages


def measure_warm(
    report: Report, newspaper: Newspaper, pages: dict[str, str], limit: str, wanted: Options
) -> None:
    loads = {R5: reading(limit, "/"), **_loads(newspaper, pages)}
    came = reads(loads, wanted)
    table = report.table(
        "Warm",
        *("what is read", "per second", "p50 ms", "p99 ms", "× R5", "× R1"),
        *("bytes on the wire", "of them body"),
    )
    for name, measured in came.items():
        weight = ask(loads[name].address, pages.get(name, "/"))
        p50, p99 = latencies(measured)
        against = (ratio(measured, came[R5]), ratio(measured, came[R1]))
        table.add(name, rate(measured), p50, p99, *against, *_weight(weight))
    table.notes.append(
        "R5 is Broadsheet's own server, with its settings, answering R1's very bytes: the limit."
    )


def _loads(newspaper: Newspaper, pages: dict[str, str]) -> dict[str, Load]:
    return {name: reading(newspaper.address, path) for name, path in pages.items()}


def _weight(answer: Answer) -> tuple[int, int]:
    body = answer.headers.get("content-length")
    return answer.wire_bytes, int(body) if body else len(answer.body)


def measure_while_posting(
    report: Report,
    newspaper: Newspaper,
    pages: dict[str, str],
    found: list[Place],
    limit: str,
    wanted: Options,
) -> None:
    """The same reads while one comment a second is posted into what is read."""
    table = report.table(
        "With a comment posted every second into what is read",
        *("what is read", "per second", "p50 ms", "p99 ms", "× R5", "hits"),
    )
    loads = _loads(newspaper, pages)
    hits = {name: Hits(newspaper.address, path) for name, path in pages.items()}
    came: dict[str, list[Measured]] = {name: [] for name in (*loads, R5)}
    for _ in range(wanted.repeats):
        came[R5].append(press(reading(limit, "/"), clients=READERS_AT_ONCE, seconds=wanted.seconds))
        for name, load in loads.items():
            with EverySecond(newspaper.address, _discussed_on(name, found)), hits[name]:
                came[name].append(press(load, clients=READERS_AT_ONCE, seconds=wanted.seconds))
    for name in loads:
        measured = came[name]
        against = ratio(measured, came[R5])
        table.add(name, rate(measured), *latencies(measured), against, hits[name].share())
    table.notes.append("Hits: the share of a sample that was answered from memory (Cache-Status).")


def _discussed_on(name: str, found: list[Place]) -> Place:
    return found[1] if name == R2 else found[0]


def measure_cold(
    report: Report, newspaper: Newspaper, pages: dict[str, str], found: list[Place]
) -> None:
    """The first request after a post into what is read: it finds nothing in memory."""
    table = report.table(
        "Cold: the first request after a post, to its first byte",
        *("what is read", "median ms", "worst ms", "again, median ms", "misses", "misses again"),
    )
    for name, path in pages.items():
        first, again = _cold_answers(newspaper, path, _discussed_on(name, found))
        times = [1000 * answer.to_first_byte for answer in first]
        warm = statistics.median(1000 * answer.to_first_byte for answer in again)
        misses = [f"{sum(map(is_miss, some))} of {len(some)}" for some in (first, again)]
        table.add(name, statistics.median(times), max(times), warm, *misses)
    table.notes.append(
        f"{COLD_REQUESTS} single requests each, nobody else asking. The difference to the same request again is"
        " what making the page costs; python -m benchmarks.profiling says on what it is spent."
    )


def _cold_answers(
    newspaper: Newspaper, path: str, place: Place
) -> tuple[list[Answer], list[Answer]]:
    first, again = [], []
    wanted = Request("GET", path, READERS)
    with Connection(newspaper.address) as writer, Connection(newspaper.address) as reader:
        for _ in range(COLD_REQUESTS):
            post(writer, place)
            first.append(reader.ask(wanted))
            again.append(reader.ask(wanted))
    return first, again


def measure_peers(
    report: Report, newspaper: Newspaper, pages: dict[str, str], wanted: Options
) -> None:
    """Each peer in turn beside Broadsheet, in the same rounds."""
    for kind in PEERS:
        with contextlib.closing(kind(wanted.scale)) as peer:
            peer.start()
            _measure_peer(report, newspaper, pages, peer, wanted)


def _measure_peer(
    report: Report, newspaper: Newspaper, pages: dict[str, str], peer: Peer, wanted: Options
) -> None:
    table = report.table(
        f"Beside {peer.name}",
        *("what is read", "per second", "p50 ms", "p99 ms", "Broadsheet is faster by", "bytes"),
    )
    theirs = peer.pages()
    own = {_number(name): f"Broadsheet: {name}" for name in pages}
    loads = {own[_number(name)]: reading(newspaper.address, path) for name, path in pages.items()}
    numbers = set(map(_number, theirs))
    ours = {own[number]: loads[own[number]] for number in own if number in numbers}
    came = reads({**ours, **theirs}, wanted)
    for name, load in {**ours, **theirs}.items():
        with Connection(load.address) as connection:
            weight = connection.ask(load.request()).wire_bytes
        faster = ratio(came[own[_number(name)]], came[name]) if name in theirs else None
        table.add(name, rate(came[name]), *latencies(came[name]), faster, weight)
    table.notes += [peer.served, *peer.notes]


def _number(name: str) -> str:
    """The number it begins with: R1."""
    return name.split(maxsplit=1)[0]


if __name__ == "__main__":
    main()
