"""Asking other servers over HTTP. Nothing else in Broadsheet does (tests/architecture holds it to that).

Only addresses that the operator has chosen may be asked, so private networks are allowed. An address that
readers bring must not come here: it would have to be resolved first, every address it resolves to be compared
with a list of networks that are nobody's business, and the very address that was compared be connected to.

A server asked may be slow, broken or malicious. It gets five seconds altogether, from its name's resolution to
its last byte, or as many as who asks says; of its answer no more than 64 kB is read, or as much; redirects are
not followed; the environment's proxies are not used; certificates are verified against the system's.
"""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

SECONDS = 5.0
LARGEST_ANSWER = 64 * 1024
USER_AGENT = "Broadsheet"


class OutboundFailed(Exception):
    """There is no answer; the message says why, for the operator."""


@dataclass(frozen=True)
class Answer:
    """What a server answered: its status, the beginning of its content, its headers by names in small letters."""

    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def post(address: str, *, content: bytes, headers: Mapping[str, str]) -> Answer:
    """POST `content` to `address`, of http or https, and answer what comes back, whatever its status.

    Raises `OutboundFailed` if nothing whole comes back in time. The server may have acted all the same.
    """
    return ask("POST", address, content=content, headers=headers)


def get(address: str, *, headers: Mapping[str, str]) -> Answer:
    """Answer what `address`, of http or https, has, whatever its status. Raises `OutboundFailed`."""
    return ask("GET", address, content=None, headers=headers)


def ask(
    method: str,
    address: str,
    *,
    content: bytes | None,
    headers: Mapping[str, str],
    seconds: float | None = None,
    largest: int = LARGEST_ANSWER,
) -> Answer:
    """Ask `address` by any `method` of HTTP, for those whose API has more of them. Raises `OutboundFailed`.

    A server may take `seconds` altogether, and `largest` bytes of its answer are read; what is beyond is cut off.
    """
    seconds = SECONDS if seconds is None else seconds
    try:
        place = urlsplit(address)
        connection = _connection(place, seconds)
    except (ValueError, http.client.HTTPException) as error:
        raise OutboundFailed(str(error)) from error
    asked = {"User-Agent": USER_AGENT, **headers}
    exchange = _Exchange(connection, method, _target(place), content, asked, largest)
    # In a thread, because nothing else bounds how long a name takes to resolve.
    threading.Thread(target=exchange.run, name="outbound", daemon=True).start()
    try:
        return exchange.outcome.result(seconds)
    except TimeoutError as error:
        exchange.give_up()
        raise OutboundFailed(f"no whole answer within {seconds:g} seconds") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise OutboundFailed(str(error) or type(error).__name__) from error


class _Exchange:
    """One question and its answer, on a connection of their own."""

    def __init__(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        target: str,
        content: bytes | None,
        headers: Mapping[str, str],
        largest: int,
    ) -> None:
        self.connection = connection
        self.method = method
        self.target = target
        self.content = content
        self.headers = headers
        self.largest = largest
        self.outcome: Future[Answer] = Future()
        self.is_given_up = threading.Event()

    def run(self) -> None:
        """Ask; the outcome is the answer, or what was raised."""
        try:
            self.outcome.set_result(self._ask())
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            self.outcome.set_exception(error)
        finally:
            self.connection.close()

    def give_up(self) -> None:
        """Let the thread end: what it waits for on the connection fails from now on."""
        self.is_given_up.set()
        if self.connection.sock is not None:
            with contextlib.suppress(OSError):
                # The plain shutdown: that of TLS is not for use by another thread.
                socket.socket.shutdown(self.connection.sock, socket.SHUT_RDWR)

    def _ask(self) -> Answer:
        self.connection.connect()
        if self.is_given_up.is_set():
            raise TimeoutError
        self.connection.request(self.method, self.target, body=self.content, headers=self.headers)
        answer = self.connection.getresponse()
        said = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, answer.read(self.largest), said)


def _connection(place: SplitResult, seconds: float) -> http.client.HTTPConnection:
    if place.scheme not in ("http", "https") or not place.hostname:
        raise ValueError("the address must begin with http:// or https:// and a host")
    if place.scheme == "https":
        return http.client.HTTPSConnection(
            place.hostname, place.port, timeout=seconds, context=_verifying()
        )
    return http.client.HTTPConnection(place.hostname, place.port, timeout=seconds)


def _target(place: SplitResult) -> str:
    path = place.path or "/"
    return f"{path}?{place.query}" if place.query else path


@lru_cache(maxsize=1)
def _verifying() -> ssl.SSLContext:
    """Reading the system's certificates takes some 60 ms, and is done once."""
    return ssl.create_default_context()
