"""What all peers have in common: packages of their own, a filled folder that is kept, a server."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import asdict
from pathlib import Path

from benchmarks.corpus import stories
from benchmarks.frame.load import Load
from benchmarks.frame.newspaper import KEPT, answers, free_port

PATIENCE_SECONDS = 60
HERE = Path(__file__).parent
PATIENT = ("--timeout", "300")
"""For gunicorn, which else kills whoever takes longer than thirty seconds for a page."""


class Peer:
    """A comment system with the corpus in it.

    `packages` are pinned. `settings` name the environment its processes get. `served` says how it is served,
    `notes` what one should know before comparing.
    """

    name: str
    folder: str
    packages: tuple[str, ...]
    served: str
    notes: tuple[str, ...] = ()

    def __init__(self, scale: float):
        self.scale = scale
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = KEPT / self.folder
        self.working = tempfile.TemporaryDirectory(prefix=f"broadsheet-{self.folder}-")
        self.running: subprocess.Popen | None = None

    @property
    def home(self) -> Path:
        """The folder with its data."""
        return Path(self.working.name)

    @property
    def code(self) -> Path:
        """Where what we had to write for it lies."""
        return HERE / self.folder

    def settings(self) -> dict[str, str]:
        raise NotImplementedError

    def command(self) -> list[str]:
        """What serves it."""
        raise NotImplementedError

    def pages(self) -> dict[str, Load]:
        """What is read, by names that begin as ours."""
        raise NotImplementedError

    def posting(self, *, on_one: bool) -> Load:
        """Its readers who post, all over the corpus or on one story."""
        raise NotImplementedError

    def voting(self) -> Load | None:
        """Its readers who vote; None where they cannot without an account."""
        return None

    def comment_rows(self) -> int:
        """How many comments its database holds."""
        raise NotImplementedError

    def start(self) -> None:
        """Install, fill and start it; what can be is kept from an earlier run."""
        self._install()
        filled = self._filled()
        shutil.copytree(filled, self.home, dirs_exist_ok=True)
        self.running = subprocess.Popen(
            [self.environment / "bin" / "python", "-m", *self.command()],
            env=self._environment(),
            cwd=self.code,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        give_up_at = time.monotonic() + PATIENCE_SECONDS
        while not answers(self.address + self.ready()):
            if self.running.poll() is not None or time.monotonic() > give_up_at:
                sys.exit(f"{self.name} did not start.")
            time.sleep(0.1)

    def ready(self) -> str:
        """A path that answers once it runs."""
        raise NotImplementedError

    def close(self) -> None:
        if self.running and self.running.poll() is None:
            self.running.terminate()
            self.running.wait(30)
        self.working.cleanup()

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "PEER_HOME": str(self.home), **self.settings()}

    def _install(self) -> None:
        """Into an environment of its own, so that no package of it meets one of ours."""
        installed = self.environment / "installed"
        if installed.exists() and installed.read_text() == " ".join(self.packages):
            return
        print(f"Installing {self.name} into {self.environment}.")
        venv.create(self.environment, clear=True, with_pip=True)
        python = self.environment / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "-qq", *self.packages], check=True)
        installed.write_text(" ".join(self.packages))

    def _filled(self) -> Path:
        """Its data folder with the corpus, kept for the next run; delete it to fill anew."""
        folder = KEPT / f"{self.folder}-{self.scale:g}"
        if folder.exists():
            return folder
        print(f"Filling {self.name} with the corpus (scale {self.scale:g}).")
        self._fill()
        unfinished = folder.with_name(f"{folder.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(self.home, unfinished)
        unfinished.rename(folder)
        return folder

    def _fill(self) -> None:
        python = self.environment / "bin" / "python"
        filling = subprocess.Popen(
            [python, self.code / "fill.py"],
            env=self._environment(),
            stdin=subprocess.PIPE,
            text=True,
        )
        assert filling.stdin is not None
        with filling.stdin as lines:
            for story in stories(scale=self.scale):
                lines.write(json.dumps(asdict(story), default=lambda at: at.timestamp()) + "\n")
        if filling.wait():
            sys.exit(f"{self.name} could not be filled.")
