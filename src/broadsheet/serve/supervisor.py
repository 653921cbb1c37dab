"""Everything that runs when Broadsheet runs, started in order, watched, and stopped in order.

PostgreSQL first; then whatever must be prepared; then the web process; once that answers, the job
worker. This process itself stays small: it loads neither Django nor a database driver.
"""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from broadsheet.serve.data_folder import held, make_data_folder
from broadsheet.serve.lifeline import PARENT_VARIABLE
from broadsheet.serve.postbox.places import free_places
from broadsheet.serve.postgres import EmbeddedPostgres
from broadsheet.serve.stamp import SOMEBODY_SIGNED_IN, read_stamp
from broadsheet.serve.trouble import TROUBLE_STATUS, Trouble
from broadsheet.web.options import OptionValues

SECONDS_BETWEEN_LOOKS = 0.5
STOP_WITHIN_SECONDS = 20
START_WITHIN_SECONDS = 60
PORT_PATIENCE_SECONDS = 4

# A child that dies more often than this within the span is not helped by another start.
MOST_STARTS = 5
STARTS_SPAN_SECONDS = 60


class Child:
    """One long-running process of ours, in a session of its own, so that Ctrl-C reaches only us."""

    def __init__(
        self, name: str, module: str, *, environment: Mapping[str, str], is_vital: bool
    ) -> None:
        """Know how to start it; nothing runs yet. Without what is vital, there is no newspaper."""
        self.name = name
        self.module = module
        self.environment = environment
        self.is_vital = is_vital
        self.started_at: deque[float] = deque(maxlen=MOST_STARTS)
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it. Raises `Trouble` if it is vital and has died too often of late."""
        if self.died_too_often() and self.is_vital:
            raise Trouble(f"The {self.name} keeps dying; what it said stands above.")
        self.started_at.append(time.monotonic())
        self.running = subprocess.Popen(
            [sys.executable, "-m", self.module], env=self.environment, start_new_session=True
        )

    def died_too_often(self) -> bool:
        """Whether another start would probably not help now."""
        is_full = len(self.started_at) == MOST_STARTS
        return is_full and time.monotonic() - self.started_at[0] < STARTS_SPAN_SECONDS

    def has_died(self) -> bool:
        """Whether it was started and has ended."""
        return self.running is not None and self.running.poll() is not None

    def ask_to_stop(self) -> None:
        """Send SIGTERM; it finishes what it has in hand."""
        if self.running is not None and self.running.poll() is None:
            self.running.terminate()

    def end(self, *, give_up_at: float) -> None:
        """Wait for it until then (monotonic), and kill whatever is left of its session."""
        if self.running is None:
            return
        try:
            self.running.wait(max(0.0, give_up_at - time.monotonic()))
        except subprocess.TimeoutExpired:
            print(f"The {self.name} does not stop; killing it.", file=sys.stderr)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()
        self.running = None


class Supervisor:
    """A running Broadsheet."""

    def __init__(self, values: OptionValues, *, with_sample: bool) -> None:
        """Take the options' `values`; `with_sample` fills an empty newspaper."""
        self.data = Path(str(values["data"]))
        self.host = str(values["host"])
        self.port = int(str(values["port"]))
        self.base_url = str(values["base_url"])
        self.url = str(values["database_url"])
        # Only what is tried out shows its letters here: a newspaper that readers come to must not.
        self.shows_letters = not (values["smtp_url"] or values["base_url"])
        self.with_sample = with_sample
        self.postgres: EmbeddedPostgres | None = None
        self.children: list[Child] = []
        self.stop_asked = threading.Event()

    def run(self) -> int:
        """Run until told to stop; answer the exit status. Raises `Trouble` for what stops it."""
        for word in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(word, self._hear)
        make_data_folder(self.data)
        with held(self.data):
            try:
                self._start()
                self._watch()
            finally:
                self._stop()
        return 0

    def _hear(self, _signal: int, _frame: FrameType | None) -> None:
        self.stop_asked.set()

    def _start(self) -> None:
        self._wait_for_port()
        if not self.url:
            self.postgres = EmbeddedPostgres(
                self.data / "postgres", say=_say, is_given_up=self.stop_asked.is_set
            )
            self.postgres.start()
            if self.stop_asked.is_set():
                return
            self.url = self.postgres.url
        environment = {
            **os.environ,
            "BROADSHEET_DATA": str(self.data),
            "BROADSHEET_DATABASE_URL": self.url,
            PARENT_VARIABLE: str(os.getpid()),
            # glibc keeps a store of freed memory for each thread; two are enough for ours.
            "MALLOC_ARENA_MAX": os.environ.get("MALLOC_ARENA_MAX", "2"),
        }
        postbox = free_places(newspaper_port=self.port) if self.shows_letters else None
        environment |= postbox.environment if postbox else {}
        if not self._prepare(environment):
            return
        web = Child("web process", "broadsheet.serve.web", environment=environment, is_vital=True)
        jobs = Child("job worker", "broadsheet.serve.jobs", environment=environment, is_vital=False)
        self.children = [web, jobs]
        if postbox:
            self._open_postbox(environment)
        web.start()
        if self._wait_until_it_answers(web):
            _say(
                f"The newspaper is at {self._address()} and its desk at {self._address()}desk/ (Ctrl-C stops)."
            )
            if postbox:
                _say(f"Letters that it would send by mail are shown at {postbox.address}.")
            self._welcome(environment)
            jobs.start()

    def _open_postbox(self, environment: Mapping[str, str]) -> None:
        """Start what takes the letters of a newspaper that is only tried out."""
        module = "broadsheet.serve.postbox"
        child = Child("postbox", module, environment=environment, is_vital=False)
        self.children.append(child)
        child.start()

    def _prepare(self, environment: Mapping[str, str]) -> bool:
        """Run `serve.prepare`; answer False if we were told to stop meanwhile."""
        arguments = ["--embedded"] if self.postgres else []
        arguments += ["--sample"] if self.with_sample else []
        status = self._run_to_its_end(
            "broadsheet.serve.prepare", *arguments, environment=environment
        )
        if status == TROUBLE_STATUS:
            raise SystemExit(TROUBLE_STATUS)  # it said why
        if status:
            raise Trouble("The newspaper could not be prepared; why stands above.")
        return status == 0

    def _welcome(self, environment: Mapping[str, str]) -> None:
        """Until somebody has signed in at the desk, print a link that lets them."""
        if not read_stamp(self.data).get(SOMEBODY_SIGNED_IN):
            self._run_to_its_end("broadsheet.serve.welcome", environment=environment)

    def _run_to_its_end(
        self, module: str, *arguments: str, environment: Mapping[str, str]
    ) -> int | None:
        """Run a short process and answer its exit status, or None if we were told to stop meanwhile."""
        command = [sys.executable, "-m", module, *arguments]
        running = subprocess.Popen(command, env=environment, start_new_session=True)
        while running.poll() is None:
            if self.stop_asked.wait(0.05):
                running.terminate()
                _wait_or_kill(running)
                return None
        return running.returncode

    def _wait_for_port(self) -> None:
        """Make sure that nobody else listens; a killed Broadsheet's children need a moment to go.

        granian shares its port with whoever asks (SO_REUSEPORT), so we must look ourselves.
        """
        give_up_at = time.monotonic() + PORT_PATIENCE_SECONDS
        while True:
            try:
                with socket.create_server((self.host, self.port), reuse_port=False):
                    return
            except OSError as error:
                if time.monotonic() >= give_up_at:
                    raise Trouble(
                        f"{self.host}:{self.port} cannot be listened on ({error.strerror}): stop what uses "
                        "it, or choose another with BROADSHEET_PORT."
                    ) from None
            if self.stop_asked.wait(0.2):
                return

    def _wait_until_it_answers(self, web: Child) -> bool:
        give_up_at = time.monotonic() + START_WITHIN_SECONDS
        while time.monotonic() < give_up_at and not web.has_died():
            if self.stop_asked.wait(0.05):
                return False
            if _answers(self._local_host(), self.port):
                return True
        raise Trouble("The web process did not start; why stands above.")

    def _watch(self) -> None:
        while not self.stop_asked.wait(SECONDS_BETWEEN_LOOKS):
            if self.postgres and self.postgres.has_failed():
                _say(f"PostgreSQL died ({self.postgres.last_words()}); starting it again.")
                self.postgres.start()
            for child in self.children:
                if child.has_died() and (child.is_vital or not child.died_too_often()):
                    child.end(give_up_at=time.monotonic())
                    _say(f"The {child.name} died; starting it again.")
                    child.start()

    def _stop(self) -> None:
        give_up_at = time.monotonic() + STOP_WITHIN_SECONDS
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.end(give_up_at=give_up_at)
        if self.postgres:
            self.postgres.stop()

    def _local_host(self) -> str:
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - compared

    def _address(self) -> str:
        return f"{self.base_url.rstrip('/') or f'http://localhost:{self.port}'}/"


def _wait_or_kill(running: subprocess.Popen[bytes]) -> None:
    try:
        running.wait(STOP_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Host": "localhost"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _say(sentence: str) -> None:
    print(sentence, flush=True)
