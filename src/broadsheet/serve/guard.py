"""What stands between the server and Django: requests no honest client sends go no further.

granian lets through a request with two hosts or none, and of any size (tried with 2.8); Django would
read it all before it looks. A length said in two ways granian settles itself, as RFC 9112 (6.1) allows:
the chunks count, and we never see the other.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

Message = Mapping[str, Any]
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

DESK_PATH = "/desk/"
LARGEST_BODY = 1024 * 1024
LARGEST_DESK_BODY = 25 * 1024 * 1024  # photos
SLOWEST_BODY_SECONDS = 60


class _Refused(Exception):
    def __init__(self, status: int, words: str) -> None:
        self.status = status
        self.words = words


class Guard:
    """Refuse malformed, oversized and endless requests; tell Django when the public address has TLS.

    `public_address` is the option base_url. Where it begins with https, a proxy in front of us ends TLS,
    and requests for that host count as secure; no header is believed for it.
    """

    def __init__(self, application: Application, *, public_address: str) -> None:
        """Stand before `application`."""
        self.application = application
        address = urlsplit(public_address)
        self.host_over_tls = address.netloc.lower().encode() if address.scheme == "https" else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        try:
            host = _only_host(scope)
            largest = LARGEST_DESK_BODY if scope["path"].startswith(DESK_PATH) else LARGEST_BODY
            _refuse_length(scope, largest)
            if host == self.host_over_tls:
                scope = {**scope, "scheme": "https"}
            await self.application(scope, _measured(receive, largest), send)
        except _Refused as refused:
            await _answer(send, refused)


def _only_host(scope: Scope) -> bytes:
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if len(hosts) != 1:
        raise _Refused(400, "A request names exactly one host.")
    return bytes(hosts[0]).lower()


def _refuse_length(scope: Scope, largest: int) -> None:
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    if lengths and (not lengths[0].isdigit() or int(lengths[0]) > largest):
        raise _Refused(413, "That is too large.")


def _measured(receive: Receive, largest: int) -> Receive:
    """`receive`, which counts the body's bytes and seconds while they come in."""
    received = 0
    deadline = asyncio.get_running_loop().time() + SLOWEST_BODY_SECONDS
    is_complete = False

    async def receive_measured() -> Message:
        nonlocal received, is_complete
        if is_complete:
            return await receive()
        try:
            async with asyncio.timeout_at(deadline):
                message = await receive()
        except TimeoutError:
            raise _Refused(408, "The request took too long.") from None
        if message["type"] == "http.request":
            received += len(message.get("body", b""))
            is_complete = not message.get("more_body", False)
            if received > largest:
                raise _Refused(413, "That is too large.")
        return message

    return receive_measured


async def _answer(send: Send, refused: _Refused) -> None:
    body = refused.words.encode() + b"\n"
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
