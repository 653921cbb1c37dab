"""Repeats, interleaved (A B A B): what disturbs the machine for a while disturbs everybody's ratio alike."""

import argparse
import statistics
from collections.abc import Callable
from dataclasses import dataclass

from .load import Load, Measured, press

READERS_AT_ONCE = 32
WRITERS_AT_ONCE = 16
WARM_UP_SECONDS = 1


@dataclass(frozen=True)
class Options:
    """How long, how often, how large; whether against peers; whether the result is kept."""

    seconds: float
    repeats: int
    scale: float
    peers: bool
    write: bool


def options(what: str | None, arguments: list[str] | None = None) -> Options:
    """Read them from the command line."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--seconds", type=float, default=10, help="of each load (default: 10)")
    parser.add_argument("--repeats", type=int, default=3, help="of each load (default: 3)")
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        help="how much of the corpus, besides the two long discussions (default: 1, all)",
    )
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="only Broadsheet")
    parser.add_argument(
        "--write", action="store_true", help="keep the result in benchmarks/results/"
    )
    return Options(**vars(parser.parse_args(arguments)))


def interleaved(
    cases: dict[str, Callable[[int], Measured]], *, repeats: int
) -> dict[str, list[Measured]]:
    """What each case measured each time; a case is told which time it is, from 0."""
    came: dict[str, list[Measured]] = {name: [] for name in cases}
    for repeat in range(repeats):
        for name, measure in cases.items():
            came[name].append(measure(repeat))
    return came


def reads(loads: dict[str, Load], options: Options) -> dict[str, list[Measured]]:
    """Warm reads of each load, interleaved."""
    for load in loads.values():
        press(load, clients=READERS_AT_ONCE, seconds=WARM_UP_SECONDS)
    cases = {
        name: lambda _repeat, load=load: press(
            load, clients=READERS_AT_ONCE, seconds=options.seconds
        )
        for name, load in loads.items()
    }
    return interleaved(cases, repeats=options.repeats)


def rate(measured: list[Measured]) -> float:
    """The median of the rates."""
    return statistics.median(one.per_second for one in measured)


def ratio(measured: list[Measured], to: list[Measured]) -> float:
    """The median of the ratios of the rates, each within its own round."""
    return statistics.median(
        one.per_second / (other.per_second or 1e-9) for one, other in zip(measured, to, strict=True)
    )


def latencies(measured: list[Measured]) -> tuple[float, float]:
    """The medians of p50 and p99, in milliseconds."""
    return (
        statistics.median(one.p50 for one in measured),
        statistics.median(one.p99 for one in measured),
    )
