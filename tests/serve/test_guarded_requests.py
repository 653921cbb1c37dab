"""What the guard lets through to the application, and as what; whatever server calls it."""

import asyncio
import json

import pytest

from broadsheet.core.addresses import TrustedProxies, read_networks
from broadsheet.serve.guard import DEEPEST_JSON, LARGEST_BODY, LONGEST_TARGET, Guard

HOST = (b"host", b"news.example")
JSON = (b"content-type", b"application/json; charset=utf-8")
CHUNKED = (b"transfer-encoding", b"chunked")


async def application(scope, receive, send):
    """Answer what it was asked, once it has read the whole body."""
    if scope["type"] == "lifespan":
        await send({"type": "lifespan.startup.complete"})
        return
    size, is_complete = 0, False
    while not is_complete:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size += len(message.get("body", b""))
        is_complete = not message.get("more_body", False)
    seen = {
        "client": scope["client"] and scope["client"][0],
        "scheme": scope["scheme"],
        "headers": sorted({name.decode() for name, _ in scope["headers"]}),
        "size": size,
    }
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": json.dumps(seen).encode()})


def ask(*headers, body=(b"",), trusted="", public_address="https://news.example", **changes):
    """Send one request through a guard; answer the status and what the application saw, or the sentence."""
    guard = Guard(
        application,
        public_address=public_address,
        allowed_hosts=["localhost", "127.0.0.1", "[::1]", "news.example"],
        trusted_proxies=TrustedProxies(read_networks(trusted)),
    )
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/",
        "query_string": b"",
        "headers": list(headers),
        "client": ("127.0.0.1", 5000),
        **changes,
    }
    pieces = [
        {"type": "http.request", "body": piece, "more_body": number < len(body)}
        for number, piece in enumerate(body, start=1)
    ]
    sent = []

    async def receive():
        return pieces.pop(0) if pieces else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    asyncio.run(guard(scope, receive, send))
    if not sent or "status" not in sent[0]:
        return sent
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    status, said = sent[0]["status"], sent[1]["body"].decode()
    return status, json.loads(said) if status == 200 else said


def status_of(*headers, **changes):
    return ask(*headers, **changes)[0]


@pytest.mark.parametrize(
    "host",
    [b"news.example", b"NEWS.example", b"news.example:8443", b"localhost", b"[::1]:8000"],
)
def test_answers_to_its_own_hosts(host):
    assert status_of((b"host", host)) == 200


@pytest.mark.parametrize(
    "host",
    [
        b"",
        b"elsewhere.example",
        b"news.example.elsewhere.example",
        b"xnews.example",
        b"newsxexample",
        b"news.example.",
        b"news.example:",
        b"news.example:123456",
        b"news.example:80@elsewhere.example",
        b"elsewhere.example#news.example",
        b"news.example, elsewhere.example",
        b"news.example\n",
        b"::1",
        b"2130706433",
        b"*",
    ],
)
def test_refuses_other_hosts_in_words(host):
    assert ask((b"host", host)) == (400, "That host is not this newspaper's.\n")


def test_refuses_no_host_and_two():
    assert status_of() == 400
    assert status_of((b"accept", b"*/*")) == 400
    assert status_of(HOST, HOST) == 400
    assert status_of(HOST, (b"accept", b"*/*"), (b"host", b"localhost")) == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([(b"content-length", b"3")], 200),
        ([CHUNKED], 200),
        ([(b"content-length", b"3"), CHUNKED], 400),
        ([(b"content-length", b"3"), (b"content-length", b"3")], 400),
        ([CHUNKED, CHUNKED], 400),
        ([(b"transfer-encoding", b"gzip, chunked")], 501),
        ([(b"content-length", b"+3")], 400),
        ([(b"content-length", b"3, 3")], 400),
        ([(b"content-length", b"")], 400),
        ([(b"content-length", "٣".encode())], 400),
        ([(b"content-length", str(LARGEST_BODY + 1).encode())], 413),
        ([(b"content-length", b"9" * 5_000)], 413),
    ],
)
def test_refuses_lengths_that_are_not_one_number(headers, status):
    assert status_of(HOST, *headers, body=(b"abc",)) == status


@pytest.mark.parametrize(
    "headers", [[CHUNKED], [(b"content-length", b"3")]], ids=["no length", "a lying length"]
)
def test_refuses_bodies_that_grow_too_large(headers):
    whole, more = b"x" * LARGEST_BODY, b"x"

    assert ask(HOST, *headers, body=(whole,))[1]["size"] == LARGEST_BODY
    assert status_of(HOST, *headers, body=(whole, more)) == 413


def test_counts_the_bodies_of_http_2_which_need_no_length():
    large = (b"x" * LARGEST_BODY, b"x")

    assert status_of(HOST, body=large, http_version="2") == 413


def test_lets_the_desk_send_photos():
    assert status_of(HOST, CHUNKED, body=(b"x" * LARGEST_BODY, b"x"), path="/desk/images/") == 200
    assert status_of(HOST, CHUNKED, body=(b"x" * LARGEST_BODY,) * 26, path="/desk/images/") == 413
    assert status_of(HOST, CHUNKED, body=(b"x" * LARGEST_BODY, b"x"), path="/desk") == 413


def test_refuses_json_that_is_nested_too_deeply_before_it_is_parsed():
    deep, deeper = b"[" * DEEPEST_JSON, b"[" * (DEEPEST_JSON + 1)

    assert status_of(HOST, CHUNKED, JSON, body=(deep,)) == 200
    assert status_of(HOST, CHUNKED, JSON, body=(deeper,)) == 400
    assert status_of(HOST, CHUNKED, JSON, body=(deep, b"[", b"")) == 400
    assert status_of(HOST, CHUNKED, body=(deeper,)) == 200


@pytest.mark.parametrize("path", ["/a\0b", "/a\nb", "/a\r\nSet-Cookie: x", "/\x1b[31m", "*", ""])
def test_refuses_paths_that_are_none(path):
    assert ask(HOST, path=path) == (400, "That is not a path.\n")


def test_keeps_paths_in_any_language():
    assert status_of(HOST, path="/نمی‌دانم/ünï code/") == 200


def test_refuses_addresses_that_are_too_long():
    assert status_of(HOST, path="/" + "a" * (LONGEST_TARGET - 1)) == 200
    assert status_of(HOST, path="/" + "a" * LONGEST_TARGET) == 414
    assert status_of(HOST, query_string=b"a" * LONGEST_TARGET) == 414
    assert status_of(HOST, path="/ä", raw_path=b"/%C3%A4" * LONGEST_TARGET) == 414


@pytest.mark.parametrize(
    ("host", "public_address", "scheme"),
    [
        (b"news.example", "https://news.example", "https"),
        (b"NEWS.example", "https://News.Example/", "https"),
        (b"localhost", "https://news.example", "http"),
        (b"news.example:8000", "https://news.example", "http"),
        (b"news.example", "http://news.example", "http"),
        (b"localhost", "", "http"),
    ],
)
def test_counts_as_secure_what_readers_reach_over_tls_and_believes_no_header(
    host, public_address, scheme
):
    claims = [(b"x-forwarded-proto", b"https"), (b"x-forwarded-host", b"news.example")]

    _, seen = ask((b"host", host), *claims, public_address=public_address, trusted="127.0.0.1")

    assert seen["scheme"] == scheme


@pytest.mark.parametrize(
    ("trusted", "client"),
    [("", "127.0.0.1"), ("10.0.0.0/8", "127.0.0.1"), ("127.0.0.1", "6.6.6.6")],
)
def test_names_the_client_that_trusted_proxies_name_and_nobody_else(trusted, client):
    _, seen = ask(HOST, (b"x-forwarded-for", b"6.6.6.6"), trusted=trusted)

    assert seen["client"] == client


def test_reads_many_lists_of_hops_as_one():
    hops = [(b"x-forwarded-for", b"6.6.6.6, 198.51.100.1"), (b"x-forwarded-for", b"10.1.1.1")]

    _, seen = ask(HOST, *hops, trusted="127.0.0.1, 10.0.0.0/8")

    assert seen["client"] == "198.51.100.1"


def test_does_not_read_the_other_headers_proxies_send():
    claims = [(b"forwarded", b"for=6.6.6.6"), (b"x-real-ip", b"6.6.6.6")]

    _, seen = ask(HOST, *claims, trusted="127.0.0.1")

    assert seen["client"] == "127.0.0.1"


def test_keeps_what_proxies_say_from_whoever_might_believe_it():
    names = ["for", "host", "port", "prefix", "proto", "server"]
    claims = [(f"x-forwarded-{name}".encode(), b"x") for name in names]

    _, seen = ask(HOST, *claims, (b"forwarded", b"x"), (b"x-real-ip", b"x"), (b"accept", b"x"))

    assert seen["headers"] == ["accept", "host"]


def test_knows_no_client_on_a_unix_socket():
    _, seen = ask(HOST, (b"x-forwarded-for", b"6.6.6.6"), trusted="127.0.0.1", client=None)

    assert seen["client"] is None


def test_passes_on_start_and_end_and_ignores_what_it_does_not_know():
    assert ask(type="lifespan") == [{"type": "lifespan.startup.complete"}]
    assert ask(type="websocket") == []
