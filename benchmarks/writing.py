"""How much is written: W1 posts and V1 votes by sixteen guests, and Isso and django-comments-xtd beside.

    .venv/bin/python -m benchmarks.writing

Only what was acknowledged counts, and afterwards the rows in the database are counted against it.
"""

import contextlib
import os
from collections.abc import Callable

from benchmarks.frame.load import Load, Measured, press
from benchmarks.frame.newspaper import Newspaper, filled, places
from benchmarks.frame.readers import guests, posting, voting
from benchmarks.frame.report import Report, Table
from benchmarks.frame.rounds import (
    WRITERS_AT_ONCE,
    Options,
    interleaved,
    latencies,
    options,
    rate,
    ratio,
)
from benchmarks.peers import PEERS, Peer

W1, W1_ON_ONE, V1 = "W1 posts on 200 stories", "W1 posts on one story", "V1 votes"
WARM_UP_SECONDS = 1
# Writing is bounded by processors, and the peers are served by several processes as well.
WORKERS = os.cpu_count() or 1
COLUMNS = ("what is written", "per second", "p50 ms", "p99 ms", "acknowledged", "refused", "stored")


def main() -> None:
    wanted = options(__doc__)
    measure(wanted).publish(write=wanted.write)


def measure(wanted: Options) -> Report:
    report = Report(
        "Writing",
        f"{WRITERS_AT_ONCE} writers for {wanted.seconds:g} s × {wanted.repeats}, interleaved, medians;"
        f" {WORKERS} web workers; corpus at scale {wanted.scale:g}",
    )
    with filled(wanted.scale, workers=WORKERS) as newspaper:
        ours = our_writers(newspaper)
        writers = [Writer(load, posts_counter(newspaper, name)) for name, load in ours.items()]
        cases = dict(zip(ours, writers, strict=True))
        table = report.table("Broadsheet", *COLUMNS)
        _measure(table, cases, wanted)
        table.notes.append(counters_agree(newspaper))
        if wanted.peers:
            for kind in PEERS:
                with contextlib.closing(kind(wanted.scale)) as peer:
                    peer.start()
                    _measure_beside(report, cases, peer, wanted)
    return report


class Writer:
    """One load of writes, whose numbers go on from repeat to repeat, and what became of it."""

    def __init__(self, load: Load, rows: Callable[[], int] | None):
        self.load = load
        self.rows = rows
        self.number = 0
        self.acknowledged = 0
        self.requests = 0
        self.stored: int | None = None

    def write(self, seconds: float) -> Measured:
        """Write for that long."""
        before = self.rows() if self.rows else 0
        came = press(self.load, clients=WRITERS_AT_ONCE, seconds=seconds, number_from=self.number)
        self.number += came.requests + WRITERS_AT_ONCE
        self.requests += came.requests
        self.acknowledged += came.acknowledged
        if self.rows:
            self.stored = (self.stored or 0) + self.rows() - before
        return came


def our_writers(newspaper: Newspaper) -> dict[str, Load]:
    found = places(newspaper)
    clients = guests(newspaper.address, found[2], WRITERS_AT_ONCE)
    return {
        W1: posting(newspaper.address, found, clients),
        W1_ON_ONE: posting(newspaper.address, found[:1], clients),
        V1: voting(newspaper.address, found, clients),
    }


def posts_counter(newspaper: Newspaper, name: str) -> Callable[[], int] | None:
    """What counts the rows of what is written; votes that are changed make no new row."""
    if name == V1:
        return None
    return lambda: newspaper.rows("SELECT count(*) FROM broadsheet_discussion_comment")[0][0]


def counters_agree(newspaper: Newspaper) -> str:
    """Whether every counter says what counting says."""
    [(wrong_comments,)] = newspaper.rows("""
        SELECT count(*) FROM broadsheet_discussion_discussion AS discussion WHERE comment_count <>
            (SELECT count(*) FROM broadsheet_discussion_comment AS comment
             WHERE comment.discussion_id = discussion.id AND status = 'PUBLISHED')
    """)
    [(wrong_votes,)] = newspaper.rows("""
        SELECT count(*) FROM broadsheet_discussion_comment AS comment,
            LATERAL (SELECT count(*) FILTER (WHERE value = 1 AND is_counted) AS up,
                            count(*) FILTER (WHERE value = -1 AND is_counted) AS down
                     FROM broadsheet_discussion_vote WHERE comment_id = comment.id) AS counted
        WHERE up_votes <> imported_up + up OR down_votes <> imported_down + down
    """)
    return (
        f"Counted afterwards: {wrong_comments} discussions whose comment count is wrong, {wrong_votes}"
        " comments whose votes are."
    )


def _measure(table: Table, cases: dict[str, Writer], wanted: Options) -> dict[str, list[Measured]]:
    for writer in cases.values():
        writer.write(WARM_UP_SECONDS)
        writer.acknowledged = writer.requests = 0
        writer.stored = None
    came = interleaved(
        {
            name: lambda _repeat, writer=writer: writer.write(wanted.seconds)
            for name, writer in cases.items()
        },
        repeats=wanted.repeats,
    )
    for name, writer in cases.items():
        refused = writer.requests - writer.acknowledged
        table.add(
            *(name, rate(came[name]), *latencies(came[name])),
            *(writer.acknowledged, refused, writer.stored),
        )
    table.notes.append(
        f"Stored may exceed acknowledged by up to {WRITERS_AT_ONCE} a repeat: what was on its way when the"
        " clients hung up. Less would be a loss."
    )
    return came


def _measure_beside(report: Report, ours: dict[str, Writer], peer: Peer, wanted: Options) -> None:
    table = report.table(f"Beside {peer.name}", *COLUMNS, "Broadsheet is faster by")
    theirs = {
        W1: Writer(peer.posting(on_one=False), peer.comment_rows),
        W1_ON_ONE: Writer(peer.posting(on_one=True), peer.comment_rows),
    }
    if votes := peer.voting():
        theirs[V1] = Writer(votes, None)
    named = {f"{peer.name}: {name}": writer for name, writer in theirs.items()}
    came = _measure(table, {**{name: ours[name] for name in theirs}, **named}, wanted)
    for row, name in zip(table.rows, came, strict=True):
        own = name.rpartition(": ")[2]
        row.append("" if name == own else f"{ratio(came[own], came[name]):.3g}")
    table.notes += [peer.served, *peer.notes]


if __name__ == "__main__":
    main()
