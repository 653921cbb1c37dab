"""From the event loop to Django, which answers in threads.

Django's own ASGI handler starts a thread for every request and crosses between loop and thread several
times: `/healthz` took 4.9 ms of a core that way, and takes 0.5 ms this way (Django 5.2, measured). Our views
are synchronous, so one crossing is enough: a request goes to one of a few threads, which never end, and its
answer comes back.
"""

import asyncio
import io
import tempfile
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, cast

from django.core import signals
from django.core.handlers.asgi import ASGIRequest, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.db import connection
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from broadsheet.serve.guard import Receive, Scope, Send
from broadsheet.web.database import POOL_SIZE

# One more would only wait for a connection to the database.
THREADS = POOL_SIZE
# More than this many requests waiting is a flood; the others are told to come back.
MOST_WAITING = 512
RETRY_SECONDS = 2
KEPT_IN_MEMORY = 256 * 1024

HeaderList = list[tuple[bytes, bytes]]


class Bridge(BaseHandler):
    """Django as an ASGI application that is answered by threads."""

    def __init__(self) -> None:
        """Load Django's middleware. Django must be set up."""
        super().__init__()
        self.load_middleware(is_async=False)
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="django")
        self.waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if self.waiting >= MOST_WAITING:
            await _answer_too_many(send)
            return
        body = await _received(receive)
        if body is None:
            return
        loop = asyncio.get_running_loop()
        self.waiting += 1
        try:
            status, headers, content, file = await loop.run_in_executor(
                self.threads, self._answer, scope, body
            )
            await send({"type": "http.response.start", "status": status, "headers": headers})
            if file is not None:
                await self._send_file(file, send)
            await send({"type": "http.response.body", "body": content})
        finally:
            self.waiting -= 1

    async def mend(self) -> None:
        """Replace connections to the database that broke while it was away."""
        pool = cast("Any", connection).pool
        # One that nobody has opened yet would take a check for work begun, and never open a connection.
        if pool is not None and not pool.closed:
            await asyncio.get_running_loop().run_in_executor(self.threads, pool.check)

    def _answer(
        self, scope: Scope, body: IO[bytes]
    ) -> tuple[int, HeaderList, bytes, FileResponse | None]:
        """In a thread: answer with status, headers and content, or the file to be sent."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=type(self), scope=scope)
        try:
            request = ASGIRequest(scope, body)
        except UnicodeDecodeError:
            signals.request_finished.send(sender=type(self))
            return 400, [], b"", None
        response = self.get_response(request)
        headers = _headers(response)
        if isinstance(response, FileResponse):
            return response.status_code, headers, b"", response
        # Whatever else comes in pieces may ask the database for them, and so is made here, whole.
        content = cast("HttpResponse", response).getvalue()
        response.close()  # which tells Django that the request is over
        return response.status_code, headers, content, None

    async def _send_file(self, response: FileResponse, send: Send) -> None:
        """Send it piece by piece, so that slow readers hold no thread."""
        loop = asyncio.get_running_loop()
        pieces = iter(response)
        try:
            while (
                piece := await loop.run_in_executor(self.threads, next, pieces, None)
            ) is not None:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        finally:
            await loop.run_in_executor(self.threads, response.close)


def _headers(response: HttpResponseBase) -> HeaderList:
    headers = [
        (name.lower().encode("latin1"), value.encode("latin1")) for name, value in response.items()
    ]
    headers += [
        (b"set-cookie", cookie.OutputString().encode("latin1"))
        for cookie in response.cookies.values()
    ]
    return headers


async def _received(receive: Receive) -> IO[bytes] | None:
    """The whole body; None if who asked has gone meanwhile."""
    message = await receive()
    if message["type"] == "http.request" and not message.get("more_body"):
        return io.BytesIO(message.get("body", b""))
    body = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 - Django closes it
    while message["type"] == "http.request":
        body.write(message.get("body", b""))
        if not message.get("more_body"):
            body.seek(0)
            return cast("IO[bytes]", body)
        message = await receive()
    body.close()
    return None


async def _answer_too_many(send: Send) -> None:
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"retry-after", str(RETRY_SECONDS).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send(
        {"type": "http.response.body", "body": b"Too many at once. Try again in a moment.\n"}
    )
