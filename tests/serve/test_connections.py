"""Connections that stay: silent, slow, half sent and unread ones, and the readers beside them."""

import contextlib
import socket
import time

import psutil
import pytest
from serving import wait_for

# A third each: silent, in the middle of a head, in the middle of a body.
HELD = 300
HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
BODY_BEGUN = (
    b"POST /discussions/article:1/preview/ HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nbody=x"
)
HEAD_SECONDS = 10
BODY_SECONDS = 20
READER_SECONDS = 45  # the kernel looks at longer and longer intervals
GRACE_SECONDS = 5
MORE_THAN_KERNELS_KEEP = 16 * 1024 * 1024


@pytest.fixture(scope="module")
def held(running):
    """So many connections that keep the server waiting, each with the bytes it began with."""
    with contextlib.ExitStack() as stack:
        opened = []
        for number in range(HELD):
            connection = stack.enter_context(
                socket.create_connection(("127.0.0.1", running.port), timeout=5)
            )
            began_with = (b"", HEAD, BODY_BEGUN)[number % 3]
            connection.sendall(began_with)
            opened.append((connection, began_with))
        yield opened, time.monotonic()


@pytest.fixture(scope="module", autouse=True)
def unread(running):
    """A connection on which much was asked for and nothing is read."""
    static = running.data / "static"
    largest = max(static.rglob("*.js"), key=lambda file: file.stat().st_size)
    request = f"GET /static/{largest.relative_to(static)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    times = MORE_THAN_KERNELS_KEEP // largest.stat().st_size + 1
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", running.port))
        connection.sendall(request.encode() * times)
        yield connection, time.monotonic()


def test_do_not_keep_readers_waiting(running, held):
    for _ in range(20):
        began = time.monotonic()
        assert running.answers()
        assert time.monotonic() - began < 2


def test_are_closed_when_no_head_comes(held):
    opened, since = held
    waiting = [connection for connection, began_with in opened if began_with != BODY_BEGUN]

    assert {said_before_closing(one, since + HEAD_SECONDS) for one in waiting} == {None}


def test_are_told_so_when_no_body_comes(held):
    opened, since = held
    waiting = [connection for connection, began_with in opened if began_with == BODY_BEGUN]

    assert {said_before_closing(one, since + BODY_SECONDS) for one in waiting} == {408}


def test_are_closed_when_they_stay_idle_after_an_answer(running):
    with socket.create_connection(("127.0.0.1", running.port), timeout=5) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")

        assert said_before_closing(connection, time.monotonic() + HEAD_SECONDS) == 200


def test_are_not_asked_which_version_of_http_they_speak(running):
    # A server that guesses waits for the guess without a limit.
    with socket.create_connection(("127.0.0.1", running.port), timeout=5) as connection:
        connection.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")

        assert not connection.recv(1000).startswith(b"\0")


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux ends them")
def test_end_when_their_client_stops_reading(running, unread):
    connection, since = unread
    port = connection.getsockname()[1]
    assert is_held(running.port, port)

    wait_for(lambda: not is_held(running.port, port), since + READER_SECONDS - time.monotonic())
    assert not is_held(running.port, port)


def said_before_closing(connection, at):
    """The status of what the server said before it closed, None for nothing; it must close about then."""
    connection.settimeout(max(0.1, at - time.monotonic()) + GRACE_SECONDS)
    said = b""
    with contextlib.suppress(ConnectionResetError):
        while piece := connection.recv(65536):
            said += piece
    return int(said.split()[1]) if said else None


def is_held(port, client_port):
    """Whether the server still has its end of the connection from that port."""
    return any(
        (found.laddr.port, found.raddr and found.raddr.port) == (port, client_port)
        for found in psutil.net_connections("tcp")
    )
