"""The webhook: a cache in front hears what changed, whatever becomes of it meanwhile."""

import json
import logging
import subprocess
import sys
import time

import pytest
from django.db import connection, transaction
from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app

from broadsheet.core.events import publish
from broadsheet.discussion.events import CommentPosted
from broadsheet.publishing.events import PaperChanged
from broadsheet.serve.edge import webhook
from broadsheet.serve.jobs import telling_caches
from factories.discussion import crowd, open_discussion, say
from factories.servers import Server, unused_port
from live_server import database_address

EVERYTHING = {"everything": True}


@pytest.fixture
def cache():
    with Server() as server:
        yield server


@pytest.fixture
def telling(committed):
    """Tell a cache, which heard that it must forget everything, as the first thing."""
    contexts = []

    def begin(cache, *, token=""):
        options = {"purge_url": f"{cache.address}/purge", "purge_token": token}
        contexts.append(telling_caches({**options, "database_url": database_address()}))
        contexts[-1].__enter__()
        assert told(cache, 1) == [EVERYTHING]
        return cache

    yield begin
    for context in contexts:
        context.__exit__(None, None, None)


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(webhook, "PAUSES", (0.05, 0.05))
    monkeypatch.setattr(webhook, "LONG_PAUSE", 0.1)


@pytest.fixture
def gathering_long(monkeypatch):
    """So long that a busy machine, too, does within it what happens together."""
    monkeypatch.setattr(webhook, "GATHER_SECONDS", 0.5)


@pytest.fixture
def discussion(committed):
    return open_discussion()


@pytest.fixture
def reader(committed):
    return crowd(1)[0]


def told(cache, count):
    return [json.loads(asked.content) for asked in cache.wait_for(count)]


def posted(comment_id):
    return CommentPosted(
        key="article:1",
        discussion_id=1,
        comment_id=comment_id,
        thread_id=comment_id,
        parent_id=None,
        author_id=1,
        version=1,
    )


def happen(*events):
    with transaction.atomic():
        for event in events:
            publish(event)


def test_names_what_a_comment_changed(cache, telling, discussion, reader):
    telling(cache)

    comment = say(discussion, reader)

    keys = [
        "threads:article:1",
        f"thread:{comment.pk}",
        f"comment:{comment.pk}",
        "count:article:1",
        f"said-by:{reader.pk}",
        "missing",
    ]
    assert told(cache, 2)[1] == {"surrogate_keys": sorted(keys)}
    asked = cache.asked[1]
    assert (asked.method, asked.target) == ("POST", "/purge")
    assert asked.headers["Surrogate-Key"].split() == sorted(keys)
    assert asked.headers["Content-Type"] == "application/json"
    assert "Authorization" not in asked.headers


def test_says_who_it_is(cache, telling, discussion, reader):
    telling(cache, token="known-to-both")

    say(discussion, reader)

    cache.wait_for(2)
    assert {asked.headers["Authorization"] for asked in cache.asked} == {"Bearer known-to-both"}


def test_uses_the_names_that_answers_carry(cache, telling, reader, client):
    discussion = open_discussion("a page: äöü 100%", url="/somewhere/")
    telling(cache)

    say(discussion, reader)

    answer = client.get("/discussions/a%20page:%20%C3%A4%C3%B6%C3%BC%20100%25/")
    carried = set(answer.headers["Surrogate-Key"].split())
    assert answer.status_code == 200
    assert {name for name in told(cache, 2)[1]["surrogate_keys"] if " " in name} == set()
    assert len(carried & set(told(cache, 2)[1]["surrogate_keys"])) == 2  # threads and count


def test_tells_what_comes_together_at_once(cache, telling, gathering_long, discussion, reader):
    telling(cache)

    comments = [say(discussion, reader) for _ in range(3)]

    named = set(told(cache, 2)[1]["surrogate_keys"])
    assert {f"comment:{comment.pk}" for comment in comments} <= named
    time.sleep(0.8)
    assert len(cache.asked) == 2


def test_says_everything_of_what_concerns_everything(cache, telling, gathering_long):
    telling(cache)

    happen(posted(7), PaperChanged())

    assert told(cache, 2)[1] == EVERYTHING
    assert "Surrogate-Key" not in cache.asked[1].headers


def test_says_everything_of_what_it_does_not_know(cache, telling):
    telling(cache)

    with connection.cursor() as cursor:
        cursor.execute("NOTIFY broadsheet, 'something of tomorrow'")

    assert told(cache, 2)[1] == EVERYTHING


@pytest.mark.parametrize(
    ("first", "count"), [(1, 130), (10**15, 100)], ids=["too many", "too long"]
)
def test_names_no_more_in_a_header_than_caches_take(cache, telling, gathering_long, first, count):
    telling(cache)

    happen(*(posted(first + number) for number in range(count)))

    assert len(told(cache, 2)[1]["surrogate_keys"]) == 2 * count + 4
    assert "Surrogate-Key" not in cache.asked[1].headers


def test_says_everything_instead_of_a_thousand_names(cache, telling, gathering_long):
    telling(cache)

    happen(*(posted(number) for number in range(600)))

    assert told(cache, 2)[1] == EVERYTHING


def test_tells_again_what_was_not_taken_together_with_what_came_since(cache, telling, monkeypatch):
    monkeypatch.setattr(webhook, "PAUSES", (0.4, 0.4))
    telling(cache)
    cache.answers = [(500, b"broken"), (307, b"", {"Location": "/elsewhere"})]

    happen(posted(7))
    cache.wait_for(2)
    happen(posted(8))

    last = told(cache, 4)[3]["surrogate_keys"]
    assert {"comment:7", "comment:8"} <= set(last)
    assert {asked.target for asked in cache.asked} == {"/purge"}
    time.sleep(0.3)
    assert len(cache.asked) == 4


def test_asks_one_thing_at_a_time(cache, telling, monkeypatch):
    monkeypatch.setattr(webhook, "GATHER_SECONDS", 0)
    telling(cache)
    cache.delay = 0.3

    for number in range(5):
        happen(posted(number))
        time.sleep(0.1)

    cache.wait_for(3)
    assert cache.most_at_once == 1


def test_says_once_that_a_cache_is_away_and_once_that_it_is_back(cache, telling, impatient, caplog):
    telling(cache)
    cache.answers = [(503, b"not now")] * 6

    with caplog.at_level(logging.INFO):
        happen(posted(7))
        cache.wait_for(8)
        happen(posted(8))
        cache.wait_for(9)

    said = [record.getMessage() for record in caplog.records if "cache" in record.getMessage()]
    assert len(said) == 2
    assert said[0].startswith("The cache at 127.0.0.1 was not told what changed for a minute")
    assert said[0].endswith("it answered 503, b'not now'")
    assert said[1] == "The cache at 127.0.0.1 is told again what changes."


def test_says_everything_after_it_could_not_listen(cache, telling):
    telling(cache)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'broadsheet listener' AND datname = current_database()"
        )

    assert told(cache, 2)[1] == EVERYTHING
    happen(posted(7))
    assert "comment:7" in told(cache, 3)[2]["surrogate_keys"]


def test_says_the_same_twice_from_two_processes(cache, telling):
    telling(cache)
    with Server() as other:
        telling(other)

        happen(posted(7))

        assert told(other, 2)[1] == told(cache, 2)[1]


def test_jobs_are_done_while_nobody_answers(committed, impatient):
    options = {"purge_url": f"http://127.0.0.1:{unused_port()}/", "purge_token": ""}
    job_id = app.configure_task("web.retry_orphaned_jobs").defer(timestamp=0)
    connector = PsycopgConnector(conninfo=database_address())

    with (
        app.replace_connector(connector) as working,
        telling_caches({**options, "database_url": database_address()}) as telling,
    ):
        until(lambda: telling.failures > 1)
        working.run_worker(wait=False, install_signal_handlers=False)

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s RETURNING status", [job_id])
        assert cursor.fetchone() == ("succeeded",)


def test_costs_nothing_where_there_is_no_such_cache():
    program = """
import sys
from broadsheet.serve.jobs import telling_caches
with telling_caches({"purge_url": ""}):
    print([name for name in sys.modules if name.startswith(("broadsheet.serve.edge", "broadsheet.core.outbound"))])
    import threading
    print(threading.active_count())
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert ran.stdout.split("\n") == ["[]", "1", ""]


def until(holds):
    give_up_at = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < give_up_at
        time.sleep(0.01)
