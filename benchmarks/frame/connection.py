"""One connection on which requests are asked and timed, byte by byte as they go over the wire."""

import socket
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PATIENCE_SECONDS = 300


@dataclass(frozen=True)
class Request:
    """What is asked."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""

    def written(self, host: str) -> bytes:
        """As it goes over the wire (HTTP/1.1, the connection stays open)."""
        body = self.body.encode()
        fields = {"Host": host, **self.headers}
        if body:
            fields["Content-Length"] = str(len(body))
        lines = [f"{self.method} {self.path} HTTP/1.1", *(f"{n}: {v}" for n, v in fields.items())]
        return "\r\n".join((*lines, "", "")).encode() + body


@dataclass(frozen=True)
class Answer:
    """What came back: names of headers in lower case, times in seconds since the request was sent."""

    status: int
    headers: dict[str, str]
    cookies: list[str]
    body: bytes
    wire_bytes: int
    to_first_byte: float
    seconds: float


class Connection:
    """A client that keeps its connection."""

    def __init__(self, address: str):
        place = urlsplit(address)
        self.host = place.netloc
        self.socket = socket.create_connection(
            (place.hostname or "", place.port or 80), timeout=PATIENCE_SECONDS
        )
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self):
        return self

    def __exit__(self, *_why):
        self.socket.close()

    def ask(self, request: Request) -> Answer:
        """Ask and wait for the whole answer."""
        began = time.perf_counter()
        self.socket.sendall(request.written(self.host))
        received = self._more()
        first = time.perf_counter() - began
        while b"\r\n\r\n" not in received:
            received += self._more()
        head, _, body = received.partition(b"\r\n\r\n")
        status, headers, cookies = read_head(head)
        body, wire = self._body(body, headers)
        took = time.perf_counter() - began
        return Answer(status, headers, cookies, body, len(head) + 4 + wire, first, took)

    def _body(self, body: bytes, headers: dict[str, str]) -> tuple[bytes, int]:
        if headers.get("transfer-encoding") == "chunked":
            while not body.endswith(b"0\r\n\r\n"):
                body += self._more()
            return unchunked(body), len(body)
        pieces, missing = [body], int(headers.get("content-length", 0)) - len(body)
        while missing > 0:
            pieces.append(self._more())
            missing -= len(pieces[-1])
        whole = b"".join(pieces)
        return whole, len(whole)

    def _more(self) -> bytes:
        received = self.socket.recv(262_144)
        if not received:
            raise ConnectionError("The server hung up.")
        return received


def read_head(head: bytes) -> tuple[int, dict[str, str], list[str]]:
    """Status, headers, and the cookies that are set, as `name=value`."""
    first, *lines = head.decode("latin-1").split("\r\n")
    fields = [(name.lower(), value.strip()) for name, _, value in (x.partition(":") for x in lines)]
    cookies = [value.partition(";")[0] for name, value in fields if name == "set-cookie"]
    return int(first.split()[1]), dict(fields), cookies


def unchunked(body: bytes) -> bytes:
    """The content of chunks (RFC 9112, 7.1)."""
    pieces = []
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        pieces.append(body[:length])
        body = body[length + 2 :]
    return b"".join(pieces)


def ask(address: str, path: str, **headers: str) -> Answer:
    """Ask once for a page on a connection of its own."""
    with Connection(address) as connection:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return connection.ask(Request("GET", path, {"Accept-Encoding": "br, gzip", **named}))
