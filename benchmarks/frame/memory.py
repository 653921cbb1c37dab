"""What processes take of the machine's memory (PSS: pages that processes share are counted once in the sum)."""

import time
from collections import Counter

import psutil

IDLE_SECONDS = 10
PATIENCE_SECONDS = 180


def megabytes(pid: int) -> dict[str, float]:
    """The proportional set size of a Broadsheet's processes, by what they are."""
    sums: Counter[str] = Counter()
    for process in everything_of(pid):
        sums[name_of(process, pid)] += process.memory_full_info().pss / 1e6
    return dict(sums)


def everything_of(pid: int) -> list[psutil.Process]:
    return [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]


def name_of(process: psutil.Process, supervisor: int) -> str:
    words = " ".join(process.cmdline())
    if process.pid == supervisor:
        return "supervisor"
    if "broadsheet.serve.jobs" in words:
        return "job worker"
    if "broadsheet.serve.web" in words:
        return "granian" if process.ppid() == supervisor else "web worker"
    return "PostgreSQL"


def wait_until_idle(pid: int) -> bool:
    """Wait until nothing works any more (the first jobs make photos smaller); answer whether that came."""
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up_at:
        before = seconds_worked(pid)
        time.sleep(IDLE_SECONDS)
        if seconds_worked(pid) - before < IDLE_SECONDS / 50:
            return True
    return False


def seconds_worked(pid: int) -> float:
    return sum(sum(process.cpu_times()[:2]) for process in everything_of(pid))
