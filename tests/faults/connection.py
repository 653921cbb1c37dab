"""HTTP/1.1 over plain sockets, which says honestly when it does not know what became of a request."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

PATIENCE_SECONDS = 15


class Unanswered(Exception):
    """The request may have been carried out or not: no complete answer came."""


@dataclass(frozen=True)
class Answer:
    """What came back. Header names are lower case; of several with one name, all are kept."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name):
        """The last header of that name, or ""."""
        return next((value for key, value in reversed(self.headers) if key == name), "")

    @property
    def text(self):
        return self.body.decode()


# Whatever was opened and may have to be cut when a run is over.
OPEN: "set[Connection]" = set()


def run(coroutine):
    """Run it to its end, and leave no connection behind."""

    async def complete():
        try:
            return await coroutine
        finally:
            for connection in list(OPEN):
                connection.drop()
            await asyncio.sleep(0)

    return asyncio.run(complete())


@dataclass(eq=False)
class Connection:
    """One connection, opened when it is needed, kept for as long as both sides like."""

    port: int
    patience: float = PATIENCE_SECONDS
    streams: tuple | None = field(default=None, repr=False)

    async def ask(self, method, path, *, headers=None, body=b""):
        """Send one request and answer what came back. Raises `Unanswered`."""
        try:
            async with asyncio.timeout(self.patience):
                reader, writer = await self.open()
                writer.write(request_bytes(method, path, headers=headers, body=body))
                await writer.drain()
                answer = await read_answer(reader, has_body=method != "HEAD")
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            self.drop()
            raise Unanswered(f"{method} {path}: {error!r}") from error
        except asyncio.CancelledError:
            self.drop()
            raise
        if answer.header("connection").lower() == "close":
            self.drop()
        return answer

    async def open(self):
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
            OPEN.add(self)
        return self.streams

    def drop(self):
        """Cut the connection, without a word."""
        if self.streams is not None:
            self.streams[1].transport.abort()
            self.streams = None
            OPEN.discard(self)


def request_bytes(method, path, *, headers=None, body=b""):
    """A request as it goes over the wire."""
    sent = {"Host": "localhost", "Sec-Fetch-Site": "same-origin", **(headers or {})}
    if body or method == "POST":
        sent["Content-Length"] = str(len(body))
    lines = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body


async def read_answer(reader, *, has_body=True):
    """Read one answer to its last byte (RFC 9112, sections 4 and 6)."""
    status, headers = await read_head(reader)
    answer = Answer(status, headers, b"")
    if not has_body or status in (204, 304):
        return answer
    if answer.header("transfer-encoding").lower() == "chunked":
        body = b"".join([chunk async for chunk in read_chunks(reader)])
    elif length := answer.header("content-length"):
        body = await reader.readexactly(int(length))
    else:
        body = await reader.read()
    return Answer(status, headers, body)


async def read_head(reader):
    """Read the status and the headers of an answer."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = [line.partition(":") for line in head[1:] if line]
    status = int(head[0].split(" ", 2)[1])
    return status, [(name.lower(), value.strip()) for name, _colon, value in headers]


async def read_chunks(reader):
    """The body of a chunked answer, piece by piece as it comes."""
    while size := int(await reader.readline(), 16):
        yield (await reader.readexactly(size + 2))[:-2]
    await reader.readline()


@dataclass
class Browser:
    """Somebody who reads and writes: cookies, and a new connection whenever the old one is gone."""

    port: int
    patience: float = PATIENCE_SECONDS
    cookies: dict[str, str] = field(default_factory=dict)
    connection: Connection | None = None

    async def get(self, path, **headers):
        """Ask for a page."""
        return await self._ask("GET", path, headers=headers)

    async def post(self, path, form=(), **headers):
        """Send a form."""
        typed = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return await self._ask("POST", path, headers=typed, body=urlencode(dict(form)).encode())

    async def _ask(self, method, path, *, headers, body=b""):
        if self.cookies:
            headers = {**headers, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if self.connection is None:
            self.connection = Connection(self.port, patience=self.patience)
        answer = await self.connection.ask(method, path, headers=headers, body=body)
        for name, value in answer.headers:
            if name == "set-cookie":
                self.cookies |= {one.key: one.value for one in SimpleCookie(value).values()}
        return answer

    def hang_up(self):
        """Come by another connection next time, and so perhaps to another process."""
        if self.connection is not None:
            self.connection.drop()


@contextlib.asynccontextmanager
async def browsers(port, number, **fields):
    """So many browsers, whose connections end with the block."""
    made = [Browser(port, **fields) for _ in range(number)]
    try:
        yield made
    finally:
        for browser in made:
            browser.hang_up()
