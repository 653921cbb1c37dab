"""Broadsheet's own PostgreSQL."""

import os
import stat
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from broadsheet.serve.database import make_database
from broadsheet.serve.postgres import EmbeddedPostgres
from broadsheet.serve.trouble import Trouble


@pytest.fixture
def folder():
    with tempfile.TemporaryDirectory(prefix="broadsheet-postgres-") as made:
        yield Path(made) / "postgres"


@pytest.fixture(scope="module")
def made_once():
    with tempfile.TemporaryDirectory(prefix="broadsheet-postgres-") as made:
        server = EmbeddedPostgres(Path(made) / "postgres")
        server.start()
        make_database(server.url)
        server.stop()
        yield server.folder


@pytest.fixture
def server(folder, made_once):
    subprocess.run(["cp", "-a", made_once, folder], check=True)
    copied = EmbeddedPostgres(folder)
    copied.start()
    yield copied
    copied.stop()


def ask(server, question):
    with psycopg.connect(server.url) as connection:
        return connection.execute(question).fetchone()[0]


def test_speaks_utf_8_and_checks_its_pages(server):
    assert ask(server, "SHOW server_encoding") == "UTF8"
    assert ask(server, "SHOW data_checksums") == "on"
    assert (
        ask(server, "SELECT datlocale FROM pg_database WHERE datname = 'broadsheet'") == "C.UTF-8"
    )


def test_keeps_what_it_acknowledged(server):
    assert ask(server, "SHOW fsync") == "on"
    assert ask(server, "SHOW full_page_writes") == "on"
    assert ask(server, "SHOW synchronous_commit") == "on"


def test_listens_to_this_machine_only(server):
    assert ask(server, "SHOW listen_addresses") == ""
    assert ask(server, "SHOW unix_socket_permissions") == "0700"


def test_closes_its_folder_to_others(server):
    assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((server.folder.parent / "run").stat().st_mode) == 0o700


def test_never_runs_as_root(server):
    pid = int((server.folder / "postmaster.pid").read_text().splitlines()[0])

    assert Path(f"/proc/{pid}").stat().st_uid != 0


def test_keeps_its_rows_when_it_is_stopped_and_started(server):
    with psycopg.connect(server.url) as connection:
        connection.execute("CREATE TABLE words (word text)")
        connection.execute("INSERT INTO words VALUES ('tide')")
    server.stop()
    server.start()

    assert ask(server, "SELECT word FROM words") == "tide"


def test_ends_a_server_that_outlived_its_broadsheet(server):
    leftover = server._server
    said = []

    another = EmbeddedPostgres(server.folder, say=said.append)
    another.start()

    try:
        assert leftover.poll() == 0
        assert said == ["Stopping the PostgreSQL that an earlier Broadsheet left behind."]
        assert ask(another, "SELECT 1") == 1
    finally:
        another.stop()


def test_recovers_from_being_killed(server):
    with psycopg.connect(server.url) as connection:
        connection.execute("CREATE TABLE words (word text)")
    server._server.kill()
    server._server.wait()

    assert server.has_failed()
    server.start()

    assert ask(server, "SELECT count(*) FROM words") == 0


def test_is_not_misled_by_a_process_that_has_its_old_number(server):
    server.stop()
    (server.folder / "postmaster.pid").write_text(
        f"{os.getpid()}\n{server.folder}\n1\n5432\n\n\n0 0\nready\n"
    )

    server.start()

    assert ask(server, "SELECT 1") == 1


def test_begins_anew_where_making_it_was_interrupted(folder):
    unfinished = folder.with_name("postgres.unfinished")
    (unfinished / "base").mkdir(parents=True)

    server = EmbeddedPostgres(folder)
    server.start()
    server.stop()

    assert not unfinished.exists()


def test_finds_a_place_for_its_socket_below_a_very_long_path(folder):
    server = EmbeddedPostgres(folder.parent / ("long" * 30) / "postgres")
    server.start()
    try:
        make_database(server.url)
        assert ask(server, "SELECT 1") == 1
    finally:
        server.stop()


def test_refuses_a_folder_that_another_version_made(server):
    server.stop()
    (server.folder / "PG_VERSION").write_text("14\n")

    with pytest.raises(Trouble, match="was made by PostgreSQL 14"):
        server.start()


def test_says_why_it_does_not_start(folder):
    server = EmbeddedPostgres(folder, settings={"shared_buffers": "nonsense"})

    with pytest.raises(Trouble, match=r"PostgreSQL did not start: .*shared_buffers"):
        server.start()


def test_waits_no_longer_for_a_start_that_is_given_up(server):
    server.stop()
    again = EmbeddedPostgres(server.folder, is_given_up=lambda: True)

    began = time.monotonic()
    again.start()
    again.stop()

    assert time.monotonic() - began < 30
    assert not (server.folder / "postmaster.pid").exists()
