"""The tables of a new database …"""

import re

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from broadsheet.serve import first_tables
from broadsheet.serve.database import make_database, migrations_applied


@pytest.fixture
def empty(postgres_socket):
    """The address of a database in which nothing is."""
    address = make_conninfo(host=postgres_socket, user="broadsheet", dbname="begins_empty")
    make_database(address)
    yield address
    with psycopg.connect(address, dbname="postgres", autocommit=True) as connection:
        connection.execute("DROP DATABASE begins_empty WITH (FORCE)")


def ask(address, question):
    with psycopg.connect(address) as connection:
        return connection.execute(question).fetchall()


def test_stand_for_the_installed_migrations():
    """If not, they do no harm, and a new database takes the better part of a minute: `make tables`."""
    tables = first_tables.FILE.read_text(encoding="utf-8")

    assert first_tables.DIGEST.search(tables)["digest"] == first_tables.digest_of(tables)


def test_fill_what_is_empty(empty):
    assert first_tables.begin_with_first_tables(empty)

    tables = first_tables.FILE.read_text(encoding="utf-8")
    recorded = {f"{app}.{name}" for app, name in first_tables.RECORDED.findall(tables)}
    assert set(migrations_applied(empty)) == recorded


def test_are_in_the_language_of_the_newspaper(empty, settings):
    settings.LANGUAGE_CODE = "de"

    assert first_tables.begin_with_first_tables(empty)
    assert ask(empty, "SELECT language_code FROM wagtailcore_locale") == [("de",)]


def test_give_each_newspaper_keys_of_its_own(empty):
    assert first_tables.begin_with_first_tables(empty)

    keys = [str(key) for (key,) in ask(empty, "SELECT translation_key FROM wagtailcore_page")]
    assert keys
    assert not any(key in first_tables.FILE.read_text(encoding="utf-8") for key in keys)


@pytest.mark.parametrize(
    "there", ["TABLE words (word text)", "SEQUENCE words", "VIEW words AS SELECT 1"]
)
def test_touch_nothing_where_something_is(empty, there):
    with psycopg.connect(empty) as connection:
        connection.execute(f"CREATE {there}")

    assert not first_tables.begin_with_first_tables(empty)
    assert ask(
        empty, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    ) == [("words",)]


def test_keep_out_of_other_schemas_than_the_usual_one(empty):
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA ours")
        connection.execute("ALTER DATABASE begins_empty SET search_path = ours")

    assert not first_tables.begin_with_first_tables(empty)
    assert migrations_applied(empty) == []


@pytest.mark.parametrize(
    ("what", "otherwise"),
    [
        (r"^CREATE TABLE public\.(\w+)", r"CREATE TABLE public.\1_s"),
        (r"^-- Stands for the migrations \w+$", "-- Stands for none"),
        (r"'wagtailcore', '0098_apitoken'", "'wagtailcore', '0097_apitoken'"),
    ],
)
def test_are_left_aside_where_they_are_not_what_was_written(
    empty, tmp_path, monkeypatch, what, otherwise
):
    tables = first_tables.FILE.read_text(encoding="utf-8")
    other = re.sub(what, otherwise, tables, count=1, flags=re.MULTILINE)
    assert other != tables
    monkeypatch.setattr(first_tables, "FILE", tmp_path / "first_tables.sql")
    first_tables.FILE.write_text(other, encoding="utf-8")

    assert not first_tables.begin_with_first_tables(empty)
    assert migrations_applied(empty) == []
