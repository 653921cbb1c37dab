"""Figures as a table that a person and a diff can read."""


def table(heads, rows):
    """A table in Markdown; figures to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[n]) for row in [heads, *cells]) for n in range(len(heads))]

    def line(row):
        first, *rest = zip(row, widths, strict=True)
        return "| " + " | ".join([first[0].ljust(first[1]), *(c.rjust(w) for c, w in rest)]) + " |"

    rule = "|-" + "-|-".join("-" * width for width in widths) + "-|"
    return "\n".join([line(heads), rule, *(line(row) for row in cells)])


def verdict_table(outcome):
    """What was promised and what was kept."""
    verdict = outcome.verdict
    statuses = ", ".join(
        f"{count} × {status or 'no answer'}" for status, count in sorted(outcome.statuses.items())
    )
    return table(
        ["what", "figure"],
        [
            ["seconds", f"{outcome.seconds:.1f}"],
            ["operations", verdict.operations],
            ["acknowledged", verdict.acknowledged],
            ["in doubt for a time", verdict.in_doubt],
            ["unresolved", len(verdict.unresolved)],
            ["lost", len(verdict.lost)],
            ["duplicated", len(verdict.duplicated)],
            ["wrong counters", len(verdict.wrong_counters)],
            ["wrong public views", len(verdict.wrong_views)],
            ["answers", statuses],
        ],
    )


def blow_table(blows):
    """Each kind of fault: how often, and the longest time in which nobody was served."""
    kinds = sorted({blow.fault for blow in blows})
    rows = []
    for kind in kinds:
        of_kind = [blow for blow in blows if blow.fault == kind]
        rows.append(
            [
                kind.replace("_", " "),
                len(of_kind),
                sum(blow.recovered for blow in of_kind),
                f"{max(blow.read_outage for blow in of_kind) * 1000:.0f}",
                f"{max(blow.write_outage for blow in of_kind) * 1000:.0f}",
                f"{max(blow.seconds for blow in of_kind):.1f}",
            ]
        )
    heads = ["fault", "times", "healed", "no read, ms", "no write, ms", "whole again, s"]
    return table(heads, rows)
