"""What any PostgreSQL must show before it is trusted."""

import threading
import time

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from broadsheet.serve import database
from broadsheet.serve.trouble import Trouble
from factories.together import ended_in_time


@pytest.fixture
def url(postgres_socket):
    return make_conninfo(host=postgres_socket, user="broadsheet", dbname="postgres")


@pytest.fixture
def said():
    return []


def with_settings(url, settings):
    return make_conninfo(
        url, options=" ".join(f"-c {name}={value}" for name, value in settings.items())
    )


def test_refuses_a_database_that_a_power_cut_may_destroy(url, said):
    with pytest.raises(Trouble, match="runs with fsync=off"):
        database.refuse_unsafe(url, say=said.append)


def test_says_in_a_sentence_that_there_is_no_server(said, tmp_path):
    nowhere = make_conninfo(host=str(tmp_path), dbname="postgres")

    with pytest.raises(Trouble, match="The database does not let us in: "):
        database.wait_for(nowhere, say=said.append, patience=0.1)

    assert len(said) == 1
    assert said[0].startswith("Waiting up to 0 s for the database: ")


def test_says_in_a_sentence_that_the_address_is_none(said):
    with pytest.raises(Trouble, match="The database address cannot be read"):
        database.wait_for("postgresql://[half", say=said.append)


def test_waits_for_a_server_that_is_coming_up(url, said, tmp_path, postgres_socket):
    place = tmp_path / "socket"
    late = make_conninfo(url, host=str(place))
    threading.Timer(0.7, lambda: place.symlink_to(postgres_socket)).start()

    database.wait_for(late, say=said.append, patience=20)

    assert len(said) == 1


def test_makes_a_database_once(url):
    wanted = make_conninfo(url, dbname="made_once")
    try:
        database.make_database(wanted)
        database.make_database(wanted)

        assert database.migrations_applied(wanted) == []
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP DATABASE made_once")


def test_lets_one_process_at_a_time_change_the_tables(url, said):
    order = []

    def second():
        with database.migration_lock(url, say=said.append):
            order.append("second")

    waiting = threading.Thread(target=second, daemon=True)
    with database.migration_lock(url, say=said.append):
        waiting.start()
        give_up_at = time.monotonic() + 20
        while not said and time.monotonic() < give_up_at:
            waiting.join(0.01)
        order.append("first")
    ended_in_time([waiting])

    assert order == ["first", "second"]
    assert said == ["Another Broadsheet is preparing this database; waiting for it."]
