"""Write src/broadsheet/serve/first_tables.sql: `make tables`, after a migration or a requirement changed.

Two databases are made on a server that is thrown away: one by every migration, which is written down; and
one from what was written. It is kept only if both are the same to the last byte.
"""

import os
import re
import subprocess
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path

import django
import psycopg

from broadsheet.serve.data_folder import make_data_folder
from broadsheet.serve.first_tables import FILE, digest_of
from broadsheet.serve.postgres import DATABASE, EmbeddedPostgres, _binaries

CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
HEAD = """\
-- What all migrations come to. Written by `make tables`; not to be edited (broadsheet.serve.first_tables).
-- Stands for the migrations {digest}

SET LOCAL search_path = '';
SET LOCAL check_function_bodies = off;

"""
UNKNOWN = "0" * 64

REMARK = re.compile(
    r"^--\n-- (?:Name: |Data for Name: |PostgreSQL database dump).*\n--\n+", re.MULTILINE
)
# The same in two words: how an index was asked for, and how PostgreSQL has it once that was read back.
CAST_AS_A_WHOLE = re.compile(r"\(ARRAY\[((?:'\w+'::character varying(?:, )?)+)\]\)::text\[\]")
ROW = re.compile(r"^INSERT INTO .*$", re.MULTILINE)

# What differs from one new database to the next is asked of the database.
MOMENT = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+00'")
KEY = re.compile(r"'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'")


def main() -> int:
    """Write the file, and answer the exit status."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-tables-") as folder:
        os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.web.settings.production"
        os.environ["BROADSHEET_DATA"] = folder
        make_data_folder(Path(folder))
        django.setup()
        server = EmbeddedPostgres(Path(folder) / "postgres", settings=CARELESS)
        server.start()
        try:
            made = make_database(server.url, name="by_migrations")
            migrate(made)
            tables = tables_of(made)
            copied = make_database(server.url, name="by_copy")
            with psycopg.connect(copied) as connection:
                connection.execute(tables.encode())
            migrate(copied)
            copy = tables_of(copied)
        finally:
            server.stop()
    if copy != tables:
        print("A database made from these tables is not the same; nothing was written.")
        print(*unified_diff(tables.splitlines(), copy.splitlines(), lineterm="", n=1), sep="\n")
        return 1
    FILE.write_text(tables.replace(UNKNOWN, digest_of(tables)), encoding="utf-8")
    print(f"Wrote {FILE}.")
    return 0


def make_database(url: str, *, name: str) -> str:
    """Make an empty database of that `name` on the server at `url`; answer its own address."""
    with psycopg.connect(url, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return url.replace(f"/{DATABASE}?", f"/{name}?")


def migrate(database: str) -> None:
    """Run every migration that `database` does not have."""
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "django", "migrate", "--verbosity=0"],
        env={**os.environ, "BROADSHEET_DATABASE_URL": database},
        check=True,
    )


def tables_of(database: str) -> str:
    """Answer as SQL what is in `database`, without what its server alone would understand."""
    dumped = subprocess.run(
        [str(_binaries() / "pg_dump"), "--no-owner", "--no-privileges", "--inserts", database],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    content = dumped[dumped.index("\nCREATE ") :].partition("\n\\unrestrict")[0]
    content = CAST_AS_A_WHOLE.sub(cast_one_by_one, REMARK.sub("", content))
    content = re.sub(r"\n{3,}", "\n\n", content).strip() + "\n"
    content = ROW.sub(
        lambda row: MOMENT.sub("now()", KEY.sub("gen_random_uuid()", row[0])), content
    )
    return HEAD.format(digest=UNKNOWN) + content


def cast_one_by_one(found: re.Match[str]) -> str:
    """Answer the array that was `found` with the cast at each of its elements."""
    return f"ARRAY[{', '.join(f'({one})::text' for one in found[1].split(', '))}]"


if __name__ == "__main__":
    sys.exit(main())
