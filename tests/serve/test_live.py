"""Live streams: what is said, to whom, how much of it waits, and how they end."""

import asyncio
import contextlib
import json
import random
import signal
import socket
import threading
import time

import pytest

from broadsheet.discussion import commands
from broadsheet.discussion.events import CommentEdited, CommentHeld, CommentPosted, VoteCast
from broadsheet.discussion.models import Discussion
from broadsheet.serve.live import Hub, Live, hub, stream
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON
from factories.together import ended_in_time
from live_server import serving

# Streams of a whole Broadsheet, over sockets


class Stream:
    """A browser's EventSource, as far as the tests need it."""

    def __init__(self, port, path, *headers):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        head = "\r\n".join([f"GET {path} HTTP/1.1", "Host: localhost", *headers, "", ""])
        self.socket.sendall(head.encode())
        self.file = self.socket.makefile("rb")
        self.status = int(self.file.readline().split()[1])
        self.headers = {}
        while line := self.file.readline().strip().decode():
            name, _, value = line.partition(": ")
            self.headers[name.lower()] = value
        self.waiting = []

    def messages(self):
        """Each as (event, id or None, what it says), until the stream ends."""
        text = ""
        while size := int(self.file.readline() or b"0", 16):
            text += self.file.read(size).decode()
            self.file.readline()
            *whole, text = text.split("\n\n")
            for one in whole:
                fields = dict(line.partition(": ")[::2] for line in one.split("\n"))
                if "event" in fields:
                    yield fields["event"], fields.get("id"), json.loads(fields["data"])

    def take(self, count):
        found = []
        for message in self.messages():
            found.append(message)
            if len(found) == count:
                break
        return found

    def close(self):
        self.file.close()
        self.socket.close()


@pytest.fixture
def live(committed):
    with serving(live_streams=8) as (address, assembly):
        port = int(address.rpartition(":")[2])
        streams = []

        def listen(key, since=0, *headers):
            streams.append(Stream(port, f"/discussions/{key}/live/?since={since}", *headers))
            return streams[-1]

        listen.assembly = assembly
        listen.port = port
        yield listen
        for one in streams:
            one.close()


@pytest.fixture
def discussion(committed):
    return open_discussion()


@pytest.fixture
def people(committed):
    return crowd(12)


def version(discussion):
    return Discussion.objects.get(pk=discussion.pk).version


def wait_until(holds):
    give_up_at = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < give_up_at
        time.sleep(0.02)


def test_tells_ids_and_numbers_and_no_words(live, discussion, people):
    ada, ben = people[:2]
    before = version(discussion)
    stream = live(discussion.key, before)
    assert (stream.status, stream.headers["content-type"]) == (
        200,
        "text/event-stream; charset=utf-8",
    )
    assert (stream.headers["cache-control"], stream.headers["x-accel-buffering"]) == (
        "no-store",
        "no",
    )

    comment = say(discussion, ada, "These words are in no message.")
    commands.cast_vote(comment=comment, voter=ben, value=1, at=NOON)
    commands.withdraw_comment(comment=comment, author=ada, at=NOON)
    one, two = str(before + 1), str(before + 2)
    assert stream.take(3) == [
        (
            "posted",
            one,
            {"comment": comment.pk, "thread": comment.pk, "parent": None, "version": before + 1},
        ),
        ("voted", None, {"comment": comment.pk, "up": 1, "down": 0}),
        ("changed", two, {"comment": comment.pk, "state": "withdrawn", "version": before + 2}),
    ]


def test_tells_first_what_was_missed_and_then_what_happens(live, discussion, people):
    before = version(discussion)
    first = say(discussion, people[0])
    stream = live(discussion.key, before)
    assert [(event, number) for event, number, _said in stream.take(2)] == [
        ("posted", None),
        (
            "state",
            str(before + 1),
        ),  # only the last has an id: whoever is cut off before, asks again
    ]
    reply = say(discussion, people[1], to=first)
    [(_event, number, said)] = stream.take(1)
    assert (number, said["comment"]) == (str(before + 2), reply.pk)


def test_the_last_id_a_browser_knows_wins_over_its_address(live, discussion, people):
    say(discussion, people[0])
    stream = live(discussion.key, 0, f"Last-Event-ID: {version(discussion)}")
    comment = say(discussion, people[1])
    assert stream.take(1)[0][2]["comment"] == comment.pk


def test_misses_nothing_and_repeats_nothing_over_many_cuts(live, discussion, people):
    """A browser that is cut off at random while others post: it comes back with the last id it was told."""
    chance = random.Random(5)
    written, is_over = [], threading.Event()

    def write():
        from django.db import connection

        for number in range(60):
            written.append(say(discussion, people[number % 12], f"Comment {number}.").pk)
            time.sleep(chance.random() / 50)
        is_over.set()
        connection.close()

    since = version(discussion)
    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    told, cuts = [], 0
    give_up_at = time.monotonic() + 60
    while len(set(told)) < 60 and time.monotonic() < give_up_at:
        stream, unconfirmed = live(discussion.key, since), []
        for event, number, said in stream.messages():
            if event == "posted":
                unconfirmed.append(said["comment"])
            if number:
                since = int(number)
                told += unconfirmed
                unconfirmed = []
                if chance.random() < 0.4:
                    break
            if len(told) == 60:
                break
        stream.close()
        cuts += 1
    ended_in_time([writer])
    assert told == written
    assert cuts > 10


def test_does_not_tell_of_what_waits(live, discussion, people, settings):
    before = version(discussion)
    stream = live(discussion.key, before)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_what_asks_for_it"
    held = say(discussion, people[0], "Please hold this.")
    commands.edit_comment(comment=held, editor=people[0], source="Do hold this.", at=NOON)
    comment = say(discussion, people[1])
    assert stream.take(1)[0][2]["comment"] == comment.pk


def test_passes_on_that_there_is_no_such_discussion(live):
    assert live("article:404").status == 404


@pytest.mark.parametrize("since", ["", "-1", "x", "9" * 19])
def test_refuses_a_version_it_does_not_understand(live, discussion, since):
    assert live(discussion.key, since).status == 400


def test_has_room_for_so_many_and_again_when_one_leaves(live, discussion):
    streams = [live(discussion.key) for _ in range(8)]
    refused = live(discussion.key)
    assert refused.status == 503
    assert 30 <= int(refused.headers["retry-after"]) <= 90
    streams[0].close()
    wait_until(lambda: live.assembly.hub.listening == 7)
    assert live(discussion.key).status == 200


def test_ends_all_streams_when_the_database_is_not_heard_and_takes_them_again(live, discussion):
    from django.db import connection

    stream = live(discussion.key, version(discussion))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'broadsheet listener' AND datname = current_database()"
        )
    assert stream.take(1) == []
    wait_until(lambda: live.assembly.hub.is_hearing)
    assert live(discussion.key).status == 200


def test_leaves_nothing_behind_after_many_came_and_went(live, discussion):
    for _ in range(200):
        stream = live(discussion.key)
        assert stream.status in (200, 503)
        stream.close()
    wait_until(lambda: live.assembly.hub.listening == 0)
    assert live.assembly.hub._topics == {}


def test_streams_leave_room_for_requests(live, discussion):
    for _ in range(8):
        live(discussion.key)
    page = Stream(live.port, f"/discussions/{discussion.key}/")
    assert page.status == 200
    page.close()


def test_a_server_that_is_to_stop_does_not_wait_for_its_readers(installation):
    installation.start()
    address = ("/discussions/article:1/live/", "/healthz")
    streams = [Stream(installation.port, path) for path in address]
    with contextlib.ExitStack() as stack:
        for one in streams:
            stack.callback(one.close)
        started = time.monotonic()
        assert installation.stop(signal.SIGTERM) == 0
        assert time.monotonic() - started < 10
    assert "refused to gracefully stop" not in installation.said()


# The hub and one stream, by themselves


async def below(scope, receive, send):
    """An application that knows of no change."""
    changes = {"version": 1, "is_open": True, "added": [], "changed": [], "is_complete": True}
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": json.dumps(changes).encode()})


SCOPE = {
    "type": "http",
    "method": "GET",
    "path": "/discussions/a/live/",
    "query_string": b"since=1",
    "headers": [(b"host", b"localhost")],
}


def posted(number):
    return CommentPosted(
        key="a",
        discussion_id=1,
        comment_id=number,
        thread_id=number,
        parent_id=None,
        author_id=1,
        version=number,
    )


def voted(comment, up):
    return VoteCast(
        key="a",
        discussion_id=1,
        comment_id=comment,
        thread_id=comment,
        parent_id=None,
        author_id=1,
        version=1,
        up=up,
        down=0,
    )


def with_stream(act, *, is_stuck=False):
    """Answer what a stream has sent while `act(hub)` ran; a stuck reader takes nothing after the head."""

    async def run():
        one = Hub(streams=1)
        one.found()
        sent = []

        async def receive():
            await asyncio.get_running_loop().create_future()

        async def send(message):
            if is_stuck and sent:
                await asyncio.get_running_loop().create_future()
            sent.append(message.get("body", b""))

        reading = asyncio.ensure_future(Live(below, one)(SCOPE, receive, send))
        await asyncio.sleep(0.05)
        await act(one)
        reading.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await reading
        assert one.listening == 0
        return b"".join(sent).decode(), reading

    return asyncio.run(run())


def test_a_silent_stream_says_that_it_lives(monkeypatch):
    monkeypatch.setattr(stream, "HEARTBEAT_SECONDS", 0.02)
    said, _reading = with_stream(lambda _hub: asyncio.sleep(0.2))
    assert said.count(": \n\n") >= 3


def test_browsers_are_told_to_come_back_at_different_moments():
    retries = {with_stream(lambda _hub: asyncio.sleep(0))[0].split("\n")[0] for _ in range(12)}
    assert len(retries) > 6
    assert all(2000 <= int(one.removeprefix("retry: ")) <= 8000 for one in retries)


def test_a_reader_who_takes_nothing_is_let_go(monkeypatch):
    monkeypatch.setattr(stream, "PATIENCE_SECONDS", 0.05)

    async def act(one):
        one.hear(posted(2))
        await asyncio.sleep(0.3)
        assert one.listening == 0

    with_stream(act, is_stuck=True)


def test_a_reader_who_falls_behind_is_let_go(monkeypatch):
    async def act(one):
        for number in range(2, hub.WAITING_AT_MOST + 10):
            one.hear(posted(number))
            await asyncio.sleep(0.001)
        topic = one._topics.get("a")
        assert all(reader.is_over for reader in (topic.readers if topic else ()))

    monkeypatch.setattr(stream, "PATIENCE_SECONDS", 0.5)
    with_stream(act, is_stuck=True)


def test_a_stream_ends_when_it_has_said_as_much_as_may_lie_unread(monkeypatch):
    monkeypatch.setattr(stream, "BYTES_A_STREAM", 300)

    async def act(one):
        for number in range(2, 10):
            one.hear(posted(number))
            await asyncio.sleep(0.01)
        assert one.listening == 0

    said, _reading = with_stream(act)
    assert 300 <= len(said) < 500


def test_many_votes_are_told_in_few_messages_and_the_last_count_stays(monkeypatch):
    monkeypatch.setattr(hub, "SENDS_A_SECOND", 20)

    async def act(one):
        for up in range(1, 51):
            one.hear(voted(7, up))
        await asyncio.sleep(0.2)

    said, _reading = with_stream(act)
    assert said.count("event: voted") == 2
    assert said.index('"up":1,') < said.index('"up":50,')


def test_tells_nothing_twice_that_the_page_shows_already():
    async def act(one):
        one.hear(posted(1))
        one.hear(posted(2))
        await asyncio.sleep(0.05)

    said, _reading = with_stream(act)
    assert "id: 1\n" not in said
    assert "id: 2\n" in said


def test_what_is_not_for_everybody_is_told_to_nobody():
    async def act(one):
        fields = {**vars(posted(1)), "comment_id": 5}
        one.hear(CommentHeld(**fields))
        one.hear(CommentEdited(**fields))  # of words that wait: the version is what it was
        await asyncio.sleep(0.05)

    said, _reading = with_stream(act)
    assert "event" not in said


@pytest.mark.parametrize("method", ["HEAD", "POST", "OPTIONS"])
def test_can_only_be_got(method):
    sent = []

    async def send(message):
        sent.append(message)

    one = Hub(streams=1)
    asyncio.run(Live(below, one)({**SCOPE, "method": method}, None, send))
    assert (sent[0]["status"], dict(sent[0]["headers"])[b"allow"]) == (405, b"GET")


def test_all_other_addresses_are_answered_behind_it():
    asked = []

    async def behind(scope, receive, send):
        asked.append(scope["path"])

    for path in ("/", "/discussions/a/b/live/", "/discussions/a/live", "/discussions//live/"):
        asyncio.run(Live(behind, Hub(streams=1))({**SCOPE, "path": path}, None, None))
    assert len(asked) == 4
