"""The guard before Django: what no honest client sends."""

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
