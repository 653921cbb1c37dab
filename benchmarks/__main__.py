"""All benchmarks, one after another: `.venv/bin/python -m benchmarks`."""

from benchmarks import live, memory, meter, profiling, reading, writing
from benchmarks.frame.rounds import options


def main() -> None:
    wanted = options(__doc__)
    for benchmark in (reading, writing, live, memory, meter, profiling):
        benchmark.measure(wanted).publish(write=wanted.write)


if __name__ == "__main__":
    main()
