"""A Broadsheet of the benchmark's own: a folder, a port, `broadsheet run` with real options."""

import contextlib
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

import broadsheet
from broadsheet.serve.postgres import EmbeddedPostgres

PATIENCE_SECONDS = 180
KEPT = Path(tempfile.gettempdir()) / "broadsheet-benchmarks"
"""Filled newspapers and the peers' environments, kept for the next run. Never below a home: PostgreSQL must
reach it, and as root it runs as another account."""

DECIDES_WHAT_IS_STORED = (
    "core/markup/*.py",
    "discussion/commands/restore_*.py",
    "exchange/commands/*.py",
    "*/migrations/*.py",
)


class Newspaper:
    """One data folder and the Broadsheet that runs on it, with these options besides."""

    def __init__(self, data: Path, **options: object):
        self.data = data
        self.options = {f"BROADSHEET_{name.upper()}": str(said) for name, said in options.items()}
        self.port = free_port()
        self.running: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self.running is not None
        return self.running.pid

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if "BROADSHEET" not in name}
        place = {"BROADSHEET_DATA": str(self.data), "BROADSHEET_PORT": str(self.port)}
        # The clients share an address: what they do is counted, as anybody's, and never too often.
        return {**kept, **place, "BROADSHEET_LIMITS": "all=1000000/1s", **self.options}

    @property
    def database_url(self) -> str:
        return EmbeddedPostgres(self.data / "postgres").url

    def call(self, module: str, *arguments: str, **how) -> None:
        """Run a module to its end on this newspaper."""
        command = [sys.executable, "-m", module, *arguments]
        subprocess.run(command, env=self.environment, check=True, **how)

    def start(self, *options: str) -> float:
        """Start it; answer the seconds to its first complete front page."""
        began = time.monotonic()
        self.running = subprocess.Popen(
            [sys.executable, "-m", "broadsheet.serve.cli", "run", *options],
            env=self.environment,
            stdout=subprocess.DEVNULL,
        )
        while not answers(f"{self.address}/"):
            if self.running.poll() is not None or time.monotonic() - began > PATIENCE_SECONDS:
                self.stop()
                sys.exit("Broadsheet did not start.")
            time.sleep(0.01)
        return time.monotonic() - began

    def stop(self) -> None:
        if self.running and self.running.poll() is None:
            self.running.send_signal(signal.SIGTERM)
            self.running.wait(60)
        self.running = None

    def rows(self, statement: str, *values) -> list[tuple]:
        """What its database answers, while it runs."""
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(statement, values or None).fetchall()


@dataclass(frozen=True)
class Place:
    """A story of the corpus as Broadsheet has it."""

    key: str
    path: str
    comment_count: int
    comment_ids: tuple[int, ...]
    """Of its first comments, for replies and votes."""


def places(newspaper: Newspaper) -> list[Place]:
    """The corpus's stories by number: the first has 1,000 comments, the second 10,000."""
    rows = newspaper.rows("""
        SELECT key, url, comment_count, ARRAY(
            SELECT id FROM broadsheet_discussion_comment WHERE discussion_id = discussion.id
            ORDER BY id LIMIT 30)
        FROM broadsheet_discussion_discussion AS discussion ORDER BY id
    """)
    return [Place(key, urlsplit(url).path, count, tuple(ids)) for key, url, count, ids in rows]


@contextlib.contextmanager
def filled(scale: float, **options: object) -> Iterator[Newspaper]:
    """A running newspaper with the corpus and these options, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-benchmark-") as folder:
        data = Path(folder) / "data"
        Path(folder).chmod(0o755)
        subprocess.run(["cp", "-a", filled_folder(scale), data], check=True)
        newspaper = Newspaper(data, **options)
        try:
            newspaper.start()
            yield newspaper
        finally:
            newspaper.stop()


def filled_folder(scale: float) -> Path:
    """A data folder with the corpus: the one kept from an earlier run, unless what decides it has changed."""
    folder = KEPT / f"newspaper-{scale:g}-{state_of_code()}"
    if folder.exists():
        return folder
    KEPT.mkdir(exist_ok=True)
    for outdated in KEPT.glob(f"newspaper-{scale:g}-*"):
        shutil.rmtree(outdated, ignore_errors=True)
    unfinished = Newspaper(folder.with_name(f"{folder.name}.unfinished"))
    print(f"Filling a newspaper with the corpus (scale {scale:g}); it is kept for the next run.")
    unfinished.call("broadsheet.serve.cli", "init", stdout=subprocess.DEVNULL)
    unfinished.call("benchmarks.frame.fill", str(scale))
    unfinished.data.rename(folder)
    return folder


def state_of_code() -> str:
    """A digest of all that decides what a filled newspaper holds."""
    ours = Path(broadsheet.__file__).parent
    files = [path for pattern in DECIDES_WHAT_IS_STORED for path in sorted(ours.glob(pattern))]
    files += [Path(__file__).with_name("fill.py"), Path(__file__).parents[1] / "corpus.py"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def answers(address: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=60) as answer:
        return bool(answer.read())
    return False


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
