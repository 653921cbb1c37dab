"""The tables of a new database, copied rather than made one migration after another.

Several hundred migrations, most of them Wagtail's, take the better part of a minute; what they come to
stands in `first_tables.sql`, which tools/write_first_tables.py writes. An empty database begins with it,
and goes on with whatever migrations are newer. Where the migrations that it stands for are not the
installed ones, it is left aside and all of them run: slower, with the same outcome (decision 0029).
"""

import hashlib
import re
import sys
from pathlib import Path

import psycopg

FILE = Path(__file__).with_name("first_tables.sql")
DIGEST = re.compile(r"^-- Stands for the migrations (?P<digest>[0-9a-f]{64})$", re.MULTILINE)
RECORDED = re.compile(
    r"^INSERT INTO public\.django_migrations VALUES \(\d+, '([^']+)', '([^']+)'", re.MULTILINE
)


def make_tables(url: str) -> None:
    """Bring the database at `url`, which Django's settings name as well, up to the installed code."""
    from django.core.management import call_command

    begin_with_first_tables(url)
    call_command("migrate", interactive=False, verbosity=0)


def begin_with_first_tables(url: str) -> bool:
    """Fill the database at `url` with the first tables if it is empty; answer whether that was done."""
    tables = FILE.read_text(encoding="utf-8")
    written_for = DIGEST.search(tables)
    if written_for is None or written_for["digest"] != digest_of(tables):
        return False
    with psycopg.connect(url) as connection:
        if not _is_empty(connection):
            return False
        connection.execute(tables.encode())
        connection.execute(
            "UPDATE public.wagtailcore_locale SET language_code = %s", (_language(),)
        )
    return True


def digest_of(tables: str) -> str:
    """Answer a digest of the SQL `tables` and of the installed migrations that it has recorded."""
    from django.db.migrations.loader import MigrationLoader

    installed = MigrationLoader(None).disk_migrations
    digest = hashlib.sha256(DIGEST.sub("", tables).encode())
    for app, name in sorted(set(RECORDED.findall(tables)) & set(installed)):
        source = sys.modules[installed[app, name].__module__].__file__
        digest.update(f"{app}.{name}".encode() + (Path(source).read_bytes() if source else b""))
    return digest.hexdigest()


def _is_empty(connection: psycopg.Connection) -> bool:
    """Whether nothing is in the schema `public`, and tables would be made there."""
    row = connection.execute(
        "SELECT current_schema() = 'public'"
        " AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace)"
    ).fetchone()
    return row == (True,)


def _language() -> str:
    """The language of the newspaper's pages, as Wagtail's migration 0054_initial_locale has it."""
    from django.conf import settings
    from wagtail.coreutils import get_supported_content_language_variant

    return str(get_supported_content_language_variant(settings.LANGUAGE_CODE))
