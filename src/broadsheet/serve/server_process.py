"""A PostgreSQL server as a process: whose it is, and how it ends."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path


def first_number(file: Path) -> int | None:
    """The number on the first line of `file` (a process id, in postmaster.pid), if there is one."""
    try:
        return int(file.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None


def serves(pid: int, folder: Path) -> bool:
    """Whether process `pid` is a PostgreSQL over `folder`."""
    import psutil

    try:
        words = psutil.Process(pid).cmdline()
    except psutil.Error:
        return False
    return bool(words) and "postgres" in Path(words[0]).name and str(folder) in words


def end(pid: int, *, has_ended: Callable[[], bool]) -> None:
    """Ask for a fast shutdown, and insist when it takes too long (PostgreSQL, "Shutting Down the Server")."""
    for word, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 10), (signal.SIGKILL, 5)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, word)
        give_up_at = time.monotonic() + seconds
        while time.monotonic() < give_up_at:
            if has_ended():
                return
            time.sleep(0.02)
    print(f"PostgreSQL (process {pid}) does not end.", file=sys.stderr)
