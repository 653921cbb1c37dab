"""What any PostgreSQL must show before Broadsheet trusts it with a newspaper's words."""

import contextlib
import time
from collections.abc import Callable, Iterator

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from broadsheet.serve.trouble import Trouble

OLDEST_VERSION = 15
PATIENCE_SECONDS = 60

# Any number will do that nobody else locks: "broadsht" as eight bytes.
MIGRATION_LOCK = int.from_bytes(b"broadsht")

Say = Callable[[str], None]


def make_database(url: str) -> None:
    """Make the database that `url` names, if its server does not have it yet."""
    wanted = conninfo_to_dict(url)["dbname"]
    with (
        psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as connection,
        contextlib.suppress(psycopg.errors.DuplicateDatabase),
    ):
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(str(wanted))))


def wait_for(url: str, *, say: Say, patience: float = PATIENCE_SECONDS) -> None:
    """Return once the database at `url` lets us in. Raises `Trouble` when patience (seconds) is over."""
    give_up_at = time.monotonic() + patience
    has_spoken = False
    while True:
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.ProgrammingError as error:
            raise Trouble(f"The database address cannot be read: {_first_line(error)}") from None
        except psycopg.OperationalError as error:
            if time.monotonic() >= give_up_at:
                raise Trouble(f"The database does not let us in: {_first_line(error)}") from None
            if not has_spoken:
                say(f"Waiting up to {patience:.0f} s for the database: {_first_line(error)}")
                has_spoken = True
            time.sleep(0.5)
        else:
            return


def refuse_unsafe(url: str, *, say: Say) -> None:
    """Raise `Trouble` for a server that is too old, or that may lose what it has acknowledged."""
    with psycopg.connect(url, autocommit=True) as connection:
        version = connection.info.server_version // 10_000
        if version < OLDEST_VERSION:
            raise Trouble(
                f"The database is PostgreSQL {version}; Broadsheet needs {OLDEST_VERSION} or later."
            )
        settings: dict[str, str] = dict(
            connection.execute(
                "SELECT name, setting FROM pg_settings"
                " WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding')"
            ).fetchall()
        )
    for name in ("fsync", "full_page_writes"):
        if settings[name] == "off":
            raise Trouble(
                f"The database runs with {name}=off, so a power cut may destroy it: turn {name} on."
            )
    if settings["server_encoding"] != "UTF8":
        raise Trouble(
            f"The database keeps its text as {settings['server_encoding']}; Broadsheet needs one made as UTF8."
        )
    if settings["synchronous_commit"] == "off":
        say(
            "Warning: the database runs with synchronous_commit=off: a crash may lose the latest comments."
        )


@contextlib.contextmanager
def migration_lock(url: str, *, say: Say) -> Iterator[None]:
    """Let one process at a time change the tables; the others wait here, and then find it done."""
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT pg_try_advisory_xact_lock(%s)", (MIGRATION_LOCK,)
        ).fetchone()
        if row != (True,):
            say("Another Broadsheet is preparing this database; waiting for it.")
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
        yield


def migrations_applied(url: str) -> list[str]:
    """Answer the names of all migrations the database has, in order; none if it is empty."""
    with psycopg.connect(url) as connection, contextlib.suppress(psycopg.errors.UndefinedTable):
        rows = connection.execute(
            "SELECT app || '.' || name FROM django_migrations ORDER BY 1"
        ).fetchall()
        return [row[0] for row in rows]
    return []


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
