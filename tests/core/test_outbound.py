"""Asking other servers: what comes back, and what a bad one cannot do."""

import shutil
import socket
import ssl
import subprocess
import threading
import time

import pytest

from broadsheet.core import outbound
from broadsheet.core.outbound import OutboundFailed, get, post
from factories.servers import Server, serving_raw, unused_port

HEADERS = {"Content-Type": "application/json"}


@pytest.fixture
def server():
    with Server() as server:
        yield server


def test_says_what_it_was_given_and_answers_what_comes_back(server):
    server.answers = [(202, b"thanks")]

    answer = post(f"{server.address}/purge?a=1", content=b"{}", headers=HEADERS)

    [asked] = server.asked
    assert (answer.status, answer.content) == (202, b"thanks")
    assert (asked.method, asked.target, asked.content) == ("POST", "/purge?a=1", b"{}")
    assert asked.headers["Content-Type"] == "application/json"
    assert asked.headers["User-Agent"] == "Broadsheet"


def test_follows_no_redirect(server):
    server.answers = [(307, b"", {"Location": f"{server.address}/elsewhere"})]

    assert post(server.address, content=b"", headers={}).status == 307
    assert [asked.target for asked in server.asked] == ["/"]


def test_goes_through_no_proxy_of_the_environment(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_port()}")

    assert post(server.address, content=b"", headers={}).status == 200


def test_reads_no_more_than_64_kilobytes(server):
    server.answers = [(200, b"x" * 10_000_000)]

    assert len(post(server.address, content=b"", headers={}).content) == 64 * 1024


DRIPPING = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"


@pytest.mark.parametrize("begins", [b"", DRIPPING], ids=["in its head", "in its content"])
def test_waits_for_a_server_that_drips_no_longer_than_for_a_silent_one(begins, monkeypatch):
    monkeypatch.setattr(outbound, "SECONDS", 0.4)

    def drip(connection):
        connection.sendall(begins)
        for _ in range(100):
            connection.sendall(b"H")
            time.sleep(0.05)

    with serving_raw(drip) as address:
        began = time.monotonic()
        with pytest.raises(OutboundFailed, match=r"no whole answer within 0\.4 seconds"):
            post(address, content=b"", headers={})

    assert time.monotonic() - began < 2
    assert wait_until_gone("outbound")


def test_waits_for_no_name_that_takes_too_long_to_resolve(monkeypatch):
    monkeypatch.setattr(outbound, "SECONDS", 0.2)
    resolved = threading.Event()

    def resolve(*_arguments, **_named):
        resolved.wait(5)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    with pytest.raises(OutboundFailed, match="no whole answer"):
        post("http://cache.example/", content=b"", headers={})
    resolved.set()
    assert wait_until_gone("outbound")


def test_says_why_nobody_answers():
    with pytest.raises(OutboundFailed, match="Connection refused"):
        post(f"http://127.0.0.1:{unused_port()}/", content=b"", headers={})


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 two\r\n\r\n"])
def test_says_that_what_comes_back_is_not_http(said):
    with (
        serving_raw(lambda connection: connection.sendall(said)) as address,
        pytest.raises(OutboundFailed),
    ):
        post(address, content=b"", headers={})


@pytest.mark.parametrize(
    "address",
    [
        "",
        "cache.example",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "http://a:b/",
        "http://a/\r\nX: y",
    ],
)
def test_asks_nothing_but_addresses_of_http(address):
    with pytest.raises(OutboundFailed):
        post(address, content=b"", headers={})


def test_lets_nothing_into_its_headers_that_is_not_one(server):
    with pytest.raises(OutboundFailed, match="Invalid header value"):
        post(server.address, content=b"", headers={"Authorization": "Bearer x\r\nX-Other: y"})


@pytest.fixture
def certificate(tmp_path):
    """Of a server called localhost, signed by itself."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    file = tmp_path / "server.pem"
    command = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run(
        ["openssl", *command.split(), "-keyout", file, "-out", tmp_path / "certificate.pem"],
        check=True,
        capture_output=True,
    )
    with file.open("ab") as both:
        both.write((tmp_path / "certificate.pem").read_bytes())
    return file


@pytest.fixture
def trusting(certificate, monkeypatch):
    """The system's certificates are this one."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    outbound._verifying.cache_clear()
    yield
    outbound._verifying.cache_clear()


def over_tls(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return Server(tls=context)


def test_believes_a_certificate_the_system_believes(certificate, trusting):
    with over_tls(certificate) as server:
        address = server.address.replace("127.0.0.1", "localhost")
        assert post(address, content=b"{}", headers={}).status == 200


def test_believes_no_certificate_for_another_name(certificate, trusting):
    with over_tls(certificate) as server, pytest.raises(OutboundFailed, match="CERTIFICATE_VERIFY"):
        post(server.address, content=b"{}", headers={})

    assert server.asked == []


def test_believes_no_certificate_that_nobody_signed(certificate):
    with over_tls(certificate) as server, pytest.raises(OutboundFailed, match="CERTIFICATE_VERIFY"):
        post(server.address.replace("127.0.0.1", "localhost"), content=b"{}", headers={})

    assert server.asked == []


def wait_until_gone(name):
    give_up_at = time.monotonic() + 5
    while time.monotonic() < give_up_at:
        if not any(thread.name == name for thread in threading.enumerate()):
            return True
        time.sleep(0.02)
    return False


def test_gets_what_is_there(server):
    server.answers = [(200, b'{"issuer": "us"}')]

    answer = get(f"{server.address}/.well-known/it?a=1", headers={"Accept": "application/json"})

    [asked] = server.asked
    assert (answer.status, answer.content) == (200, b'{"issuer": "us"}')
    assert (asked.method, asked.target, asked.content) == ("GET", "/.well-known/it?a=1", b"")


def test_gets_nothing_from_who_is_away():
    with pytest.raises(OutboundFailed):
        get(f"http://127.0.0.1:{unused_port()}/", headers={})
