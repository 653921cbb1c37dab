"""The guard behind the server, asked with bytes as they are: what no honest client sends."""

import contextlib
import socket

import pytest

PAGE = "GET /healthz HTTP/1.1\r\n"


def exchange(port, text, *, then=b""):
    """Send bytes as they are; answer the status."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(text.encode("latin-1"))
        with contextlib.suppress(OSError):  # refused before it was all there
            connection.sendall(then)
        try:
            answer = connection.recv(65536)
        except ConnectionResetError:
            return None
    return int(answer.split()[1]) if answer else None


def test_answers_an_honest_request(running):
    assert exchange(running.port, f"{PAGE}Host: localhost\r\nConnection: close\r\n\r\n") == 200


@pytest.mark.parametrize(
    "headers",
    [
        "",
        "Host: localhost\r\nHost: elsewhere.example\r\n",
        "Host: elsewhere.example\r\n",
    ],
    ids=["no host", "two hosts", "foreign host"],
)
def test_refuses_a_request_that_may_be_two_things(running, headers):
    assert (
        exchange(running.port, f"{PAGE}{headers}Connection: close\r\n\r\n", then=b"0\r\n\r\n")
        == 400
    )


def test_refuses_a_body_that_says_it_is_too_large(running):
    request = "POST /anything/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30000000\r\n\r\n"

    assert exchange(running.port, request) == 413


def test_refuses_a_body_that_grows_too_large(running):
    request = "POST /anything/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"

    assert exchange(running.port, request, then=chunk * 20) in (413, None)
    assert running.answers()


def test_counts_only_bytes_for_the_desk_more_generously(running):
    request = "POST /desk/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n"

    assert exchange(running.port, request, then=b"x" * 2_000_000) == 403


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET /%00 HTTP/1.1\r\nHost: localhost\r\n", 400),
        ("GET /%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: localhost\r\n", 400),
        ("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n", 400),
        ("GET http://elsewhere.example/healthz HTTP/1.1\r\n", 400),
        ("GET /healthz HTTP/1.0\r\n", 400),
        (f"GET /{'a' * 9_000} HTTP/1.1\r\nHost: localhost\r\n", 414),
        (f"GET /?{'a' * 9_000} HTTP/1.1\r\nHost: localhost\r\n", 414),
        (f"{PAGE}Host: localhost\r\nX: {'a' * 100_000}\r\n", 431),
        (f"{PAGE}Host: localhost\r\n" + "X: a\r\n" * 120, 431),
        (f"{PAGE}Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n", 400),
        (f"{PAGE}Host: localhost\r\nContent-Length: +1\r\n", 400),
        (f"{PAGE}Host: localhost\r\nTransfer-Encoding: xchunked\r\n", 400),
        (f"{PAGE}Host: localhost\r\nTransfer-Encoding: gzip, chunked\r\n", 501),
    ],
)
def test_refuses_heads_no_honest_client_sends(running, head, status):
    assert exchange(running.port, f"{head}Connection: close\r\n\r\n") == status


def test_refuses_deep_json(running):
    body = "[" * 1_000
    request = (
        "POST /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    )

    assert exchange(running.port, request) == 400


@pytest.mark.parametrize(
    "lengths",
    [
        "Content-Length: {}\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: {}\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
    ],
)
def test_never_answers_a_request_that_hides_in_the_body_of_another(running, lengths):
    hidden = "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    body = f"0\r\n\r\n{hidden}"
    request = f"{PAGE}Host: localhost\r\n{lengths.format(len(body))}\r\n{body}"

    with socket.create_connection(("127.0.0.1", running.port), timeout=20) as connection:
        connection.sendall(request.encode())
        answers = everything_from(connection)

    assert answers.count(b"HTTP/1.1 ") == 1
    assert answers.startswith(b"HTTP/1.1 200") == answers.endswith(b"alive\n")
    assert b"ready" not in answers


def everything_from(connection):
    """What comes until the server closes, which it must."""
    received = b""
    with contextlib.suppress(ConnectionResetError):
        while piece := connection.recv(65536):
            received += piece
    return received
