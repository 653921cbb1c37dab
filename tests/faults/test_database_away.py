"""While the database is away, what is remembered is still read, and what cannot be written is given back."""

import asyncio
import contextlib

import psycopg

from serve.serving import wait_for

from .connection import Browser, Unanswered, run
from .play import say
from .stage import is_alive, until

# Nothing may keep a reader waiting longer than two seconds; a busy machine gets more.
PROMPT_SECONDS = 5
# Promised are five seconds; a busy machine gets more.
BACK_WITHIN_SECONDS = 15
CUT_LISTENERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE application_name = 'broadsheet listener'"
)
STALE = ("broadsheet; hit; detail=stale", '110 - "Response is Stale"')


@contextlib.contextmanager
def database_away(broadsheet):
    """Kill PostgreSQL, and keep the supervisor from starting it again while the block runs.

    Its own processes end a moment after it; until then what they carry is still whole.
    """
    supervisor = broadsheet.supervisor()
    postmaster = broadsheet.postmaster()
    supervisor.suspend()
    backends = postmaster.children()
    try:
        postmaster.kill()
        wait_for(lambda: not any(is_alive(one) for one in backends), 10)
        yield
    finally:
        supervisor.resume()


async def timed(asking):
    """An answer, and how many seconds it took."""
    clock = asyncio.get_running_loop().time
    began = clock()
    return await asking, clock() - began


async def told_stale(reader, page, tries=200):
    """Ask until the process that answers has noticed that its database is away, or for some two seconds."""
    for _ in range(tries):
        if (await reader.get(page)).header("cache-status") == STALE[0]:
            return
        await asyncio.sleep(0.01)


def database_answers(broadsheet):
    with contextlib.suppress(psycopg.OperationalError, OSError):
        return bool(broadsheet.ask_database("SELECT 1"))
    return False


def test_reading_goes_on_and_writing_waits(broadsheet, article):
    async def live_without_database():
        key = article["key"]
        comment = await say(broadsheet.port, key, "Said before.")
        pages = [article["path"], f"/discussions/{key}/", f"/comments/{comment}/"]
        workers = {worker.pid for worker in broadsheet.workers()}
        readers = [Browser(port) for port in broadsheet.ports]
        for reader in readers:
            for page in pages:
                assert (await reader.get(page)).status == 200
        with database_away(broadsheet):
            reads = [await timed(reader.get(page)) for reader in readers for page in pages]
            writes = [await timed(post(port, key)) for port in broadsheet.ports]
            unknown = await timed(Browser(broadsheet.ports[-1]).get(f"/comments/{comment}/thread/"))
        assert await until(lambda: database_answers(broadsheet), 60)
        back = await seconds_until_posting_works(broadsheet, key)
        return reads, writes, unknown, back, workers

    reads, writes, unknown, back, workers = run(live_without_database())
    print(
        f"database away: {len(reads)} reads in at most {max(t for _, t in reads) * 1000:.0f} ms, "
        f"posts refused in at most {max(t for _, t in writes) * 1000:.0f} ms, "
        f"page not in memory answered in {unknown[1] * 1000:.0f} ms; "
        f"posting again {back * 1000:.0f} ms after its return"
    )
    for answer, seconds in reads:
        assert answer.status == 200, answer.text
        assert "Said before." in answer.text
        assert (answer.header("cache-status"), answer.header("warning")) == STALE
        assert seconds < PROMPT_SECONDS
    for answer, seconds in [*writes, unknown]:
        assert answer.status == 503, answer.text[:2_000]
        assert answer.header("retry-after").isdigit()
        assert seconds < PROMPT_SECONDS
    assert all("Words that must not be lost." in answer.text for answer, _seconds in writes)
    assert back < BACK_WITHIN_SECONDS
    assert {worker.pid for worker in broadsheet.workers()} == workers


async def post(port, key):
    """Try to say something."""
    form = {"body": "Words that must not be lost.", "name": "Ben", "submission_key": "zz-away"}
    return await Browser(port).post(f"/discussions/{key}/comments/", form)


async def seconds_until_posting_works(broadsheet, key):
    """From now until every node takes a comment."""
    clock = asyncio.get_running_loop().time
    began = clock()
    for port in broadsheet.ports:
        while clock() < began + 60:
            with contextlib.suppress(Unanswered):
                if (await post(port, key)).status == 302:
                    break
            await asyncio.sleep(0.02)
    return clock() - began


@contextlib.contextmanager
def no_new_connections(broadsheet):
    """Let nobody connect while the block runs, and cut the listeners: what is open goes on writing."""

    def command(statement):
        with psycopg.connect(broadsheet.url, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)

    command("ALTER DATABASE broadsheet WITH ALLOW_CONNECTIONS false")
    try:
        command(CUT_LISTENERS)
        yield
    finally:
        command("ALTER DATABASE broadsheet WITH ALLOW_CONNECTIONS true")


async def remove_unheard(broadsheet, article, words, *, seconds=0.5):
    """Let every process show a comment, remove it while none can hear of it, and read it again.

    Answers what was shown then, and who can be asked again for the same pages.
    """
    key = article["key"]
    comment = await say(broadsheet.port, key, words)
    pages = [f"/discussions/{key}/", f"/comments/{comment}/"]
    readers = [Browser(port) for port in broadsheet.ports * 3]

    async def read():
        for reader in readers:
            reader.hang_up()
        return [(await reader.get(page)).text for reader in readers for page in pages]

    assert all(words in text for text in await read())
    moderator = await broadsheet.moderator()
    await moderator.get("/desk/")  # so that its process has a connection
    with no_new_connections(broadsheet):
        removed = await moderator.post(f"/comments/{comment}/remove/", {"reason": "Off topic."})
        assert removed.status == 302, removed.text
        await asyncio.sleep(seconds)
        return await read(), read


def test_nothing_removed_is_shown_by_who_could_not_hear_of_it(broadsheet, article):
    """PostgreSQL is there and takes no new connections, as when it has none free."""
    shown, _read = run(remove_unheard(broadsheet, article, "zz-unheard"))

    assert [text for text in shown if "zz-unheard" in text] == []


def test_nothing_removed_comes_back_when_the_database_goes_away(broadsheet, article):
    """It was removed unheard; the listeners came back; then the database died, and memory is all there is."""

    async def die_later():
        _shown, read = await remove_unheard(broadsheet, article, "zz-forgotten", seconds=0)
        await asyncio.sleep(2)
        with database_away(broadsheet):
            return await read()

    shown = run(die_later())

    assert [text for text in shown if "zz-forgotten" in text] == []
