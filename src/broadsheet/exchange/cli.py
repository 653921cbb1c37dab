"""What `broadsheet import` does: reads, shows how far it is, and prints the report."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from broadsheet.core.errors import Refused
from broadsheet.exchange import commands
from broadsheet.exchange.formats import read_wordpress
from broadsheet.exchange.report import Report

DONE, FAILED = 0, 1
STEPS = 10
"""How often a log that is no terminal hears how far it is."""


def import_wordpress(file: Path, *, check: bool = False, media: Path | None = None) -> int:
    """Import the WordPress export `file`, or only `check` it; answer the exit status.

    The report goes to standard output, everything else to standard error.
    """
    if not file.is_file():
        return _complain(_("There is no file %(path)s.") % {"path": file})
    if media is not None and not media.is_dir():
        return _complain(_("There is no folder %(path)s.") % {"path": media})
    do: Callable[..., Report] = commands.check_archive if check else commands.load_archive
    try:
        with _progress(file) as seen:
            report = do(read_wordpress(file, seen=seen), media=media)
    except Refused as refused:
        return _complain(refused.sentence)
    with report:
        for line in report.lines():
            print(line)
    return DONE


def _complain(sentence: str) -> int:
    print(f"broadsheet: {sentence}", file=sys.stderr)
    return FAILED


@contextmanager
def _progress(file: Path) -> Iterator[Callable[[int], None]]:
    """What is told how many bytes were read; the file is read twice."""
    total = 2 * file.stat().st_size
    if not sys.stderr.isatty():
        yield _Lines(total).seen
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(_("Reading %(name)s") % {"name": file.name}, total=total)
        yield lambda count: progress.update(task, completed=count)


class _Lines:
    """Progress for logs: a line now and then."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.step = 0

    def seen(self, count: int) -> None:
        step = count * STEPS // max(self.total, 1)
        if step > self.step:
            self.step = step
            percent = step * 100 // STEPS
            print(_("%(percent)d %% read") % {"percent": percent}, file=sys.stderr, flush=True)
