from benchmarks.frame.load import Measured
from benchmarks.frame.report import Table
from benchmarks.frame.rounds import interleaved, rate, ratio


def measured(per_second):
    return Measured(requests=1, acknowledged=1, per_second=per_second, p50=1.0, p99=2.0)


def test_a_table_is_markdown():
    table = Table("Warm", ["what", "per second", "ratio"])
    table.add("R1", 12_345.6, 0.91234)
    table.add("a|b", 7, None)
    table.notes.append("A note.")

    assert table.lines() == [
        "### Warm",
        "",
        "| what | per second | ratio |",
        "| --- | ---: | ---: |",
        "| R1 | 12,346 | 0.912 |",
        "| a/b | 7 |  |",
        "",
        "- A note.",
    ]


def test_repeats_are_interleaved():
    order = []

    def case(name):
        return lambda repeat: order.append((name, repeat)) or measured(1.0)

    interleaved({"A": case("A"), "B": case("B")}, repeats=2)

    assert order == [("A", 0), ("B", 0), ("A", 1), ("B", 1)]


def test_ratios_are_taken_within_a_round():
    """The machine was half as fast in the second round: the ratio does not notice."""
    ours, theirs = (
        [measured(80), measured(40), measured(90)],
        [measured(100), measured(50), measured(90)],
    )

    assert ratio(ours, theirs) == 0.8
    assert rate(ours) == 80
