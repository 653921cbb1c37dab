"""How much memory an idle Broadsheet takes, and how long a warm start takes to its first answer.

    .venv/bin/python benchmarks/idle_memory.py

Starts a Broadsheet of its own with the sample newspaper on a free port, in a temporary folder. Memory is the
proportional set size (PSS, Linux): pages that processes share are counted once in the sum. Times are from the
command to the first complete front page, when everything that can be kept was kept by an earlier start.
"""

import contextlib
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

import psutil

STARTS = 5
IDLE_SECONDS = 10
PATIENCE_SECONDS = 180


def main():
    with tempfile.TemporaryDirectory(prefix="broadsheet-idle-") as data:
        port = free_port()
        environment = {
            **os.environ,
            "BROADSHEET_DATA": f"{data}/data",
            "BROADSHEET_PORT": str(port),
        }
        first, _ = start(environment, port, and_stop=True)
        print(f"first start, with tables, static files and sample: {first:.1f} s")
        warm = [start(environment, port, and_stop=True)[0] for _ in range(STARTS)]
        print(
            f"warm start to first page: median {statistics.median(warm):.1f} s,"
            f" worst {max(warm):.1f} s of {STARTS}"
        )
        _, running = start(environment, port, and_stop=False)
        try:
            wait_until_idle(running.pid)
            report_memory(running.pid)
        finally:
            stop(running)


def start(environment, port, *, and_stop):
    began = time.monotonic()
    running = subprocess.Popen(
        [sys.executable, "-m", "broadsheet.serve.cli", "run", "--sample"],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    while not answers(port):
        if running.poll() is not None or time.monotonic() - began > PATIENCE_SECONDS:
            stop(running)
            sys.exit("Broadsheet did not start.")
        time.sleep(0.01)
    took = time.monotonic() - began
    if and_stop:
        stop(running)
    return took, running


def stop(running):
    running.send_signal(signal.SIGTERM)
    running.wait(60)


def answers(port):
    with (
        contextlib.suppress(OSError),
        urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer,
    ):
        return bool(answer.read())
    return False


def wait_until_idle(pid):
    """The first jobs make the sample's photos smaller; wait until nothing works any more."""
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up_at:
        before = seconds_worked(pid)
        time.sleep(IDLE_SECONDS)
        if seconds_worked(pid) - before < IDLE_SECONDS / 50:
            return
    print("It is not idle: something still works.")


def seconds_worked(pid):
    return sum(sum(process.cpu_times()[:2]) for process in everything_of(pid))


def everything_of(pid):
    return [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]


def report_memory(pid):
    everything = everything_of(pid)
    sums: dict[str, float] = {}
    for process in everything:
        name = name_of(process, pid)
        sums[name] = sums.get(name, 0) + process.memory_full_info().pss / 1e6
    for name, megabytes in sums.items():
        print(f"{megabytes:7.1f} MB  {name}")
    print(f"{sum(sums.values()):7.1f} MB  together, idle")


def name_of(process, pid):
    words = " ".join(process.cmdline())
    if process.pid == pid:
        return "supervisor"
    if "broadsheet.serve.jobs" in words:
        return "job worker"
    if "broadsheet.serve.web" in words:
        return "granian" if process.ppid() == pid else "web worker"
    return "PostgreSQL"


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


if __name__ == "__main__":
    main()
