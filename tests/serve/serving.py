"""A Broadsheet of the tests' own: a folder, a port, a process."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil

START_WITHIN_SECONDS = 300
STOP_WITHIN_SECONDS = 30


class Installation:
    """One data folder, and the Broadsheet that runs on it."""

    def __init__(self, data: Path):
        self.data = data
        self.port = free_port()
        self.extra: dict[str, str] = {}
        self.python = sys.executable
        self.account: dict = {}
        self.running: subprocess.Popen | None = None
        self.output = data.with_suffix(".output")

    @property
    def environment(self):
        kept = ("PATH", "HOME", "LANG", "TMPDIR")
        return {
            **{name: os.environ[name] for name in kept if name in os.environ},
            "BROADSHEET_DATA": str(self.data),
            "BROADSHEET_PORT": str(self.port),
            **self.extra,
        }

    def command(self, *arguments):
        return [self.python, "-m", "broadsheet.serve.cli", *arguments]

    def call(self, *arguments):
        """Run a command to its end."""
        return subprocess.run(
            self.command(*arguments),
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=START_WITHIN_SECONDS,
            cwd="/",
            **self.account,
        )

    def start(self):
        """Start and wait for the first answer."""
        with self.output.open("ab") as output:
            self.running = subprocess.Popen(
                self.command("run"),
                env=self.environment,
                stdout=output,
                stderr=output,
                cwd="/",
                **self.account,
            )
        wait_for(lambda: self.answers() or self.running.poll() is not None, START_WITHIN_SECONDS)
        assert self.answers(), self.said()
        return self

    def answers(self, path="/healthz"):
        address = f"http://127.0.0.1:{self.port}{path}"
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status == 200
        return False

    def wait_for_job_worker(self):
        wait_for(lambda: self.processes("broadsheet.serve.jobs"), START_WITHIN_SECONDS)

    def processes(self, word=""):
        """Every living process that works on this data folder, whoever its parent is by now."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                words = " ".join(process.cmdline())
                is_ours = str(self.data) in words or (
                    "broadsheet.serve" in words
                    and process.environ().get("BROADSHEET_DATA") == str(self.data)
                )
                if is_ours and word in words and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
        return found

    def stop(self, word=signal.SIGTERM):
        """Ask it to stop; answer its exit status."""
        self.running.send_signal(word)
        return self.running.wait(STOP_WITHIN_SECONDS)

    def said(self):
        return self.output.read_text()

    def clear_away(self):
        """Leave nothing, whatever the test did."""
        if self.running and self.running.poll() is None:
            self.running.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.running.wait(STOP_WITHIN_SECONDS)
        for process in self.processes():
            with contextlib.suppress(psutil.Error):
                process.kill()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(happens, seconds):
    give_up_at = time.monotonic() + seconds
    while not happens() and time.monotonic() < give_up_at:
        time.sleep(0.05)


@contextlib.contextmanager
def newly_copied(prepared):
    # Beside, not in, pytest's own folders: those are closed to the account PostgreSQL runs as.
    with tempfile.TemporaryDirectory(prefix="broadsheet-serve-") as folder:
        data = Path(folder) / "data"
        subprocess.run(["cp", "-a", prepared, data], check=True)
        copied = Installation(data)
        try:
            yield copied
        finally:
            copied.clear_away()
            shutil.rmtree(folder, ignore_errors=True)
            Path(folder).mkdir(exist_ok=True)
