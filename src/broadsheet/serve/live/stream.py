"""The address of a live stream, as an ASGI application in front of another.

How granian 2.8 behaves, tried with both its ASGI interfaces: a reader who goes away, or only stops
sending, shows at once as `http.disconnect` from `receive`, and `send` then does nothing, silently. `send`
waits while a reader takes no bytes, but not before the kernel's buffers are full, which may hold
megabytes: hence no stream says more than `BYTES_A_STREAM` before its reader has to come back.
"""

import asyncio
import json
import random
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from broadsheet.serve.guard import Application, Message, Receive, Scope, Send

from .hub import Hub, NoRoom, Subscription
from .messages import missed

ADDRESS = re.compile(r"/discussions/(?P<key>[^/\x00-\x1f\x7f]{1,200})/live/")
VERSION = re.compile(r"[0-9]{1,18}")

HEARTBEAT_SECONDS = 20
PATIENCE_SECONDS = 30  # with a reader who takes no bytes
BYTES_A_STREAM = 64 * 1024
# When a browser that was cut off comes back: not all at once after a restart.
RETRY_MILLISECONDS = (2_000, 8_000)
RETRY_AFTER_SECONDS = (30, 90)

STREAM_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox"),
]


@dataclass(slots=True)
class _Answer:
    """What the application below answers."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""


class Live:
    """Answers `GET /discussions/<key>/live/?since=V` as a stream; anything else goes to `application`.

    Its header `Last-Event-ID`, which browsers send when they come back, wins over `since`. What a reader
    has missed is asked of `pages` (`application`, or an edge before it) in this very process, without the
    reader's cookies, after the subscription has begun: nothing is lost between the two, and nothing is
    said twice.
    """

    def __init__(self, application: Application, hub: Hub) -> None:
        """Stand before `application`; `hub` says what happens."""
        self.application = application
        self.hub = hub
        self.pages = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        address = scope["type"] == "http" and ADDRESS.fullmatch(scope["path"])
        if not address:
            await self.application(scope, receive, send)
        elif scope["method"] != "GET":
            await _refuse(send, 405, (b"allow", b"GET"))
        elif (since := _version_known(scope)) is None:
            await _refuse(send, 400)
        else:
            await self._answer(address["key"], since, scope, receive, send)

    async def _answer(
        self, key: str, since: int, scope: Scope, receive: Receive, send: Send
    ) -> None:
        try:
            subscription = self.hub.subscribe(key)
        except NoRoom:
            wait = str(random.randint(*RETRY_AFTER_SECONDS)).encode()  # noqa: S311 - no secret
            await _refuse(send, 503, (b"retry-after", wait))
            return
        gone = asyncio.ensure_future(_until_gone(receive, subscription))
        try:
            answer = await self._changes(scope, since)
            if answer.status == 200:  # noqa: PLR2004 - OK
                changes = json.loads(answer.body)
                del scope, answer  # a stream may last for hours
                await send(
                    {"type": "http.response.start", "status": 200, "headers": STREAM_HEADERS}
                )
                first = _retry() + missed(changes, since=since)
                known = max(since, changes["version"])
                with suppress(TimeoutError):  # then the server cuts the reader off
                    await _say(send, first)
                    await _go_on(subscription, send, known=known)
                    await _say(send, b"", is_last=True)
            else:
                await _pass_on(send, answer)
        finally:
            gone.cancel()
            self.hub.leave(key, subscription)

    async def _changes(self, scope: Scope, since: int) -> _Answer:
        """What `pages` say has changed since that version."""
        answer = _Answer()
        requests = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> Message:
            if requests:
                return requests.pop()
            await asyncio.get_running_loop().create_future()  # nobody is there who could go away
            raise AssertionError

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = list(message.get("headers", ()))
            elif message["type"] == "http.response.body":
                answer.body += message.get("body", b"")

        asked = {
            **scope,
            "path": scope["path"].removesuffix("live/") + "changes/",
            "query_string": f"since={since}".encode(),
            "headers": [header for header in scope["headers"] if header[0] == b"host"],
        }
        if raw_path := scope.get("raw_path"):
            asked["raw_path"] = raw_path.removesuffix(b"live/") + b"changes/"
        await self.pages(asked, receive, send)
        return answer


def _version_known(scope: Scope) -> int | None:
    """The discussion's version that the reader has seen; None where that is not to be understood."""
    names = dict(scope["headers"])
    last = names.get(b"last-event-id", b"").decode("latin-1")
    if VERSION.fullmatch(last):
        return int(last)
    since = parse_qs(scope["query_string"].decode("latin-1")).get("since", [""])[0]
    return int(since) if VERSION.fullmatch(since) else None


async def _until_gone(receive: Receive, subscription: Subscription) -> None:
    """End `subscription` when its reader goes away."""
    while (await receive())["type"] != "http.disconnect":
        pass
    subscription.end()


def _retry() -> bytes:
    return b"retry: %d\n\n" % random.randint(*RETRY_MILLISECONDS)  # noqa: S311 - no secret


async def _go_on(subscription: Subscription, send: Send, *, known: int) -> None:
    """Say what happens after version `known`, until somebody ends it. Raises `TimeoutError` as `_say` does."""
    said = 0
    while said < BYTES_A_STREAM:
        words = b": \n\n"
        with suppress(TimeoutError):
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                batch = await subscription.take()
                if batch is None:
                    return
                words, known = batch.after(known), max(known, batch.newest)
        if words:
            await _say(send, words)
        said += len(words)


async def _say(send: Send, words: bytes, *, is_last: bool = False) -> None:
    """Send `words`. Raises `TimeoutError` if the reader does not take them in time."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        await send({"type": "http.response.body", "body": words, "more_body": not is_last})


async def _pass_on(send: Send, answer: _Answer) -> None:
    start: dict[str, Any] = {"status": answer.status, "headers": answer.headers}
    await send({"type": "http.response.start", **start})
    await send({"type": "http.response.body", "body": answer.body})


async def _refuse(send: Send, status: int, *headers: tuple[bytes, bytes]) -> None:
    always = [(b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": [*always, *headers]})
    await send({"type": "http.response.body", "body": b""})
