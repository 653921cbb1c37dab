"""A PostgreSQL server that has every migration, copied rather than made: making one takes some seconds."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

CHECKOUT = Path(__file__).parent.parent.parent
A_DAY_IN_SECONDS = 24 * 60 * 60

# It need not survive a power cut, so it waits for no disk.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# What waits for a lock that a test left behind fails, rather than for ever; milliseconds.
IMPATIENT = {"lock_timeout": "120000", "statement_timeout": "300000"}
# Several workers share it, of which each may let fifty threads do something at once.
FOR_A_CROWD = {"max_connections": "300"}

MAKE_TABLES = """
import sys, django
django.setup()
from broadsheet.serve.first_tables import make_tables
make_tables(sys.argv[1])
"""


@contextmanager
def running_postgres() -> Iterator[str]:
    """Run a PostgreSQL in a temporary folder; answer the folder of its socket.

    It begins as a copy of a server whose database `broadsheet` has every migration, which is made again
    when a migration or a requirement changes.
    """
    from broadsheet.serve.postgres import EmbeddedPostgres

    with tempfile.TemporaryDirectory(prefix="broadsheet-tests-") as folder:
        cluster = Path(folder) / "postgres"
        subprocess.run(["cp", "-a", migrated_cluster(), cluster], check=True)
        server = EmbeddedPostgres(cluster, settings=CARELESS | IMPATIENT | FOR_A_CROWD)
        server.start()
        try:
            yield socket_of(server)
        finally:
            server.stop()


def migrated_cluster() -> Path:
    """Answer the folder of a stopped server whose database has every migration; made if it is not there."""
    from broadsheet.serve.database import make_database
    from broadsheet.serve.postgres import EmbeddedPostgres

    kept = (
        Path(tempfile.gettempdir()) / f"broadsheet-migrated-{os.getuid()}-{_state_of_migrations()}"
    )
    if kept.exists():
        return kept
    _forget_old_clusters()
    with tempfile.TemporaryDirectory(prefix="broadsheet-tests-") as folder:
        cluster = Path(folder) / "postgres"
        server = EmbeddedPostgres(cluster, settings=CARELESS)
        server.start()
        try:
            make_database(server.url)
            settings = "broadsheet.web.settings.test"
            place = {"PGHOST": socket_of(server), "DJANGO_SETTINGS_MODULE": settings}
            subprocess.run(
                [sys.executable, "-W", "ignore", "-c", MAKE_TABLES, server.url],
                env={**os.environ, **place},
                check=True,
            )
        finally:
            server.stop()
        # Another run may be faster: then its copy is as good.
        if not kept.exists():
            unfinished = kept.with_name(f"{kept.name}.{os.getpid()}")
            subprocess.run(["cp", "-a", cluster, unfinished], check=True)
            try:
                unfinished.rename(kept)
            except OSError:
                shutil.rmtree(unfinished)
    return kept


def _forget_old_clusters() -> None:
    """Remove what earlier states of the migrations left in the temporary folder more than a day ago."""
    for old in Path(tempfile.gettempdir()).glob(f"broadsheet-migrated-{os.getuid()}-*"):
        if time.time() - old.stat().st_mtime > A_DAY_IN_SECONDS:
            shutil.rmtree(old, ignore_errors=True)


def _state_of_migrations() -> str:
    """A digest of everything that decides what the migrated database looks like."""
    from broadsheet.serve.first_tables import FILE

    files = sorted((CHECKOUT / "src").glob("broadsheet/*/migrations/*.py"))
    digest = hashlib.sha256()
    base = CHECKOUT / "src" / "broadsheet" / "web" / "settings" / "base.py"
    for file in (CHECKOUT / "requirements" / "run.txt", base, FILE, *files):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def socket_of(server) -> str:
    """The folder of a server's socket."""
    return unquote(server.url.partition("host=")[2])
