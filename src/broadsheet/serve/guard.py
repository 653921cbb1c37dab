"""What stands between the server and the application: requests no honest client sends go no further.

What the server does by itself, tried with raw sockets on granian 2.8.7 (hyper inside), HTTP/1 only:

- Refused before us: unreadable request lines and header names, folded headers, NUL (400); Content-Length
  twice, signed or no number (400); a last transfer coding that is not chunked (400); 100 headers or more
  (431); a head larger than its buffer (431, `serve.web`); a target beyond 65,534 bytes (414).
- A length said in two ways: the chunks count and we never see the Content-Length, as RFC 9112 (6.1) allows.
  The connection is closed after the answer, so that no second request can hide in the difference.
- Let through: no host (HTTP/1.0; or "absolute-form" targets, whose host then is the host), two hosts, any
  host, bodies of any size that take any time, NUL and line breaks as %00 and %0A in a path.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from broadsheet.core.addresses import TrustedProxies
from broadsheet.serve.json_depth import JsonDepth

Message = Mapping[str, Any]
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]

DESK_PATH = "/desk/"
LARGEST_BODY = 1024 * 1024
LARGEST_DESK_BODY = 25 * 1024 * 1024  # photos
PICTURE_PATH = "/account/profile/picture/"
LARGEST_PICTURE_BODY = 5 * 1024 * 1024 + 64 * 1024  # a reader's own picture, and the form around it
MOST_DIGITS = 12  # of a length, leading zeros included
# Path and query together; RFC 9110 (4.1) asks for 8,000 at least.
LONGEST_TARGET = 8_192
# A body may take so long to begin with, and a second more for every so many bytes that have come: the
# shape of Apache's RequestReadTimeout. 25 MB may take 27 minutes, one byte 20 seconds.
BODY_SECONDS = 20
SLOWEST_BYTES_A_SECOND = 16 * 1024
DEEPEST_JSON = 64
MOST_KNOWN_HOSTS = 256

# What proxies say of who asks. Nothing behind the guard needs it or could tell whether it is true.
FORWARDED_FOR = b"x-forwarded-for"
FORWARDED = frozenset(
    (
        b"forwarded",
        b"x-real-ip",
        FORWARDED_FOR,
        *(b"x-forwarded-" + what for what in (b"host", b"port", b"prefix", b"proto", b"server")),
    )
)
BODY_HEADERS = frozenset((b"content-length", b"transfer-encoding", b"content-type"))
WEIGHED = FORWARDED | BODY_HEADERS | {b"host"}


class Refused(Exception):
    """The request goes no further; the message is a sentence for whoever sent it."""

    def __init__(self, status: int, sentence: str) -> None:
        """Refuse with this HTTP status."""
        super().__init__(sentence)
        self.status = status


class Guard:
    """Refuse malformed, oversized and endless requests; say who asks, and over TLS or not.

    Who asks is the peer, unless that is one of `trusted_proxies`; then it is whom they name. Where
    `public_address`, the option base_url, begins with https, a proxy in front of us ends TLS, and requests
    for that host count as secure; no header is believed for it.
    """

    def __init__(
        self,
        application: Application,
        *,
        public_address: str,
        allowed_hosts: Iterable[str],
        trusted_proxies: TrustedProxies,
    ) -> None:
        """Stand before `application`, which answers to `allowed_hosts` (`web.hosts`) and no others."""
        self.application = application
        self.trusted_proxies = trusted_proxies
        names = b"|".join(re.escape(host.encode()) for host in allowed_hosts)
        self.host_and_port = re.compile(rb"(?:%s)(?::[0-9]{1,5})?" % names, re.IGNORECASE)
        # The spellings of our hosts that were met so far, and whether TLS leads to them.
        self.known_hosts: dict[bytes, bool] = {}
        address = urlsplit(public_address)
        self.host_over_tls = address.netloc.lower().encode() if address.scheme == "https" else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. What is no request, but start and end of the process, is passed on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.application(scope, receive, send)
            return
        try:
            body = self._examined(scope)
        except Refused as refused:
            await _answer(send, refused)
            return
        if body is None:
            await self.application(scope, receive, send)
        else:
            await body.answered_by(self.application, scope, receive, send)

    def _examined(self, scope: Scope) -> "_Body | None":
        """Refuse what the head alone gives reason for; answer what is allowed of the body, if there is one.

        Changes `scope` in place: the server made it for us, and nobody looks at it afterwards.
        """
        headers = _weighed(scope["headers"])
        path: str = scope["path"]
        if path[:1] != "/" or not (path.isprintable() or _has_no_controls(path)):
            raise Refused(400, "That is not a path.")
        if len(scope.get("raw_path") or path) + len(scope["query_string"]) > LONGEST_TARGET:
            raise Refused(414, "That address is too long.")
        host = headers.get(b"host")
        if host is None:
            raise Refused(400, "A request names its host.")
        is_over_tls = self.known_hosts.get(host)
        if is_over_tls is None:
            is_over_tls = self._recognised(host)
        if is_over_tls:
            scope["scheme"] = "https"
        if not headers.keys().isdisjoint(FORWARDED):
            scope["headers"] = [header for header in scope["headers"] if header[0] not in FORWARDED]
        if self.trusted_proxies.networks:
            self._name_client(scope, headers.get(FORWARDED_FOR, b""))
        if headers.keys().isdisjoint(BODY_HEADERS) and scope["http_version"] < "2":
            return None
        return _body_of(scope, headers)

    def _recognised(self, host: bytes) -> bool:
        if not self.host_and_port.fullmatch(host):
            raise Refused(400, "That host is not this newspaper's.")
        is_over_tls = host.lower() == self.host_over_tls
        if len(self.known_hosts) < MOST_KNOWN_HOSTS:
            self.known_hosts[host] = is_over_tls
        return is_over_tls

    def _name_client(self, scope: Scope, hops: bytes) -> None:
        peer = scope.get("client")
        if peer:  # which a Unix socket does not know
            client = self.trusted_proxies.client_of(peer[0], hops)
            if client != peer[0]:
                scope["client"] = (client, 0)  # its port stays with the proxy


def _weighed(headers: list[Header]) -> dict[bytes, bytes]:
    """The headers that matter here, and perhaps others, by name; refuses to choose where there should be one."""
    by_name = dict(headers)
    if len(by_name) == len(headers):
        return by_name
    by_name = {}
    for name, value in [header for header in headers if header[0] in WEIGHED]:
        if name not in by_name:
            by_name[name] = value
        elif name in FORWARDED:
            by_name[name] += b"," + value  # RFC 9110, 5.3
        else:
            raise Refused(400, f"A request has one {name.decode()}.")
    return by_name


class _Body:
    """A request's body on its way in: its size, its time and, if it is JSON, its depth are measured."""

    def __init__(self, *, largest: int, is_json: bool) -> None:
        self.largest = largest
        self.json = JsonDepth() if is_json else None
        self.received = 0
        self.is_complete = False
        self.is_answered = False

    async def answered_by(
        self, application: Application, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Let `application` answer, unless the body gives reason to refuse it first."""
        begun = asyncio.get_running_loop().time()

        async def receive_measured() -> Message:
            if self.is_complete:
                return await receive()
            deadline = begun + BODY_SECONDS + self.received / SLOWEST_BYTES_A_SECOND
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError:
                raise Refused(408, "The request took too long.") from None
            self._measure(message)
            return message

        async def send_once_answered(message: Message) -> None:
            self.is_answered = True
            await send(message)

        try:
            await application(scope, receive_measured, send_once_answered)
        except Refused as refused:
            if self.is_answered:
                raise
            await _answer(send, refused)

    def _measure(self, message: Message) -> None:
        if message["type"] != "http.request":
            return
        piece = message.get("body", b"")
        self.received += len(piece)
        self.is_complete = not message.get("more_body", False)
        if self.received > self.largest:
            raise Refused(413, "That is too large.")
        if self.json is not None and self.json.read(piece) > DEEPEST_JSON:
            raise Refused(400, "That JSON is nested too deeply.")


def _body_of(scope: Scope, headers: Mapping[bytes, bytes]) -> _Body | None:
    length, coding = headers.get(b"content-length"), headers.get(b"transfer-encoding")
    if length is None and coding is None and scope["http_version"] < "2":
        return None
    if length is not None and coding is not None:
        raise Refused(400, "A request says in one way how long it is.")
    if coding is not None and coding.lower() != b"chunked":
        raise Refused(501, "Bodies come as they are or in chunks.")  # RFC 9112, 6.1
    largest = _largest_body(scope["path"])
    if length is not None:
        _refuse_length(length, largest)
    kind = headers.get(b"content-type", b"").partition(b";")[0]
    return _Body(largest=largest, is_json=kind.strip().lower() == b"application/json")


def _largest_body(path: str) -> int:
    if path.startswith(DESK_PATH):
        return LARGEST_DESK_BODY
    return LARGEST_PICTURE_BODY if path == PICTURE_PATH else LARGEST_BODY


def _refuse_length(length: bytes, largest: int) -> None:
    if not length.isdigit():
        raise Refused(400, "The length of the body is not a number.")
    if len(length) > MOST_DIGITS or int(length) > largest:
        raise Refused(413, "That is too large.")


def _has_no_controls(path: str) -> bool:
    return not any(character < " " or character == "\x7f" for character in path)


async def _answer(send: Send, refused: Refused) -> None:
    body = f"{refused}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),  # whatever else was sent is not read as another request
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
