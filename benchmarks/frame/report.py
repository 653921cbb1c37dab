"""What was measured, as Markdown: the machine, the versions, tables of medians."""

import datetime as dt
import os
import platform
import re
import subprocess
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import psutil

from broadsheet.serve.postgres import _binaries

from .load import TOOL, WRK

RESULTS = Path(__file__).parents[1] / "results"
PACKAGES = ("granian", "django", "wagtail", "psycopg")


@dataclass
class Table:
    """Rows under columns; the first column says what was measured, the others are numbers."""

    title: str
    columns: list[str]
    rows: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, *cells: object) -> None:
        self.rows.append([written(cell) for cell in cells])

    def lines(self) -> list[str]:
        ruler = ["---", *("---:" for _ in self.columns[1:])]
        rows = [_row(cells) for cells in (self.columns, ruler, *self.rows)]
        notes = ["", *(f"- {note}" for note in self.notes)] if self.notes else []
        return [f"### {self.title}", "", *rows, *notes]


@dataclass
class Report:
    """The tables of one benchmark."""

    name: str
    how: str
    tables: list[Table] = field(default_factory=list)

    def table(self, title: str, *columns: str) -> Table:
        self.tables.append(Table(title, list(columns)))
        return self.tables[-1]

    def text(self) -> str:
        lines = [f"## {self.name}", "", *(f"- {fact}" for fact in (*machine(), self.how)), ""]
        for table in self.tables:
            lines += [*table.lines(), ""]
        return "\n".join(lines).rstrip() + "\n"

    def publish(self, *, write: bool) -> None:
        """Print it; `write` also keeps it below benchmarks/results/."""
        print(self.text(), flush=True)
        if write:
            RESULTS.mkdir(exist_ok=True)
            (RESULTS / f"{self.name.lower().replace(' ', '-')}.md").write_text(self.text())


def written(cell: object) -> str:
    """A number with as many digits as it deserves; nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:,.0f}" if abs(cell) >= 100 else f"{cell:.3g}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def machine() -> list[str]:
    """What it was measured on, and with."""
    memory = psutil.virtual_memory().total / 2**30
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    today = dt.datetime.now(dt.UTC).date()
    on_what = f"{os.cpu_count()} cores ({processor()}), {memory:.0f} GB"
    return [
        f"{today}: {on_what}, {platform.platform(terse=True)}; load average at the end {load}",
        f"Python {platform.python_version()}, {packages}, PostgreSQL {postgres_version()}; load by {tool()}",
    ]


def processor() -> str:
    """The model's name."""
    file = Path("/proc/cpuinfo")
    names = re.findall(
        r"^model name\s*: (.+)$", file.read_text() if file.exists() else "", re.MULTILINE
    )
    return names[0] if names else platform.processor() or platform.machine()


def postgres_version() -> str:
    return _said_by(str(_binaries() / "postgres"), "--version").split()[-1]


def tool() -> str:
    return f"wrk {_said_by(WRK, '-v').split()[1]}" if WRK else TOOL


def _said_by(*command: str) -> str:
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return said.stdout + said.stderr
