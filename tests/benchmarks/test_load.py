"""The two clients send the same, and count the same, whichever is there."""

import http.server
import itertools
import threading

import pytest
from benchmarks.frame import load
from benchmarks.frame.connection import Connection
from benchmarks.frame.load import Load, press, reading
from benchmarks.frame.readers import odd


class Recorder(http.server.BaseHTTPRequestHandler):
    """Takes every third post for a bad one, and remembers all."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        self.answer(200, b"a page")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.posts.append((self.path, self.headers["Cookie"], body))
        self.answer(422 if int(body.partition("=")[2]) % 3 == 0 else 201, b"")

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder) as serving:
        serving.posts = []
        serving.address = f"http://127.0.0.1:{serving.server_port}"
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield serving
        serving.shutdown()


@pytest.fixture(params=["wrk", "Python"])
def client(request, monkeypatch):
    if request.param == "Python":
        monkeypatch.setattr(load, "WRK", None)
    elif load.WRK is None:
        pytest.skip("wrk is not installed here")
    return request.param


def test_reads_are_counted(server, client):
    came = press(reading(server.address, "/"), clients=2, seconds=1)

    assert came.requests == came.acknowledged > 0
    assert 0 < came.p50 <= came.p99


def test_writes_are_numbered_and_only_the_acknowledged_count(server, client):
    writers = Load(
        address=server.address,
        method="POST",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        clients=(("Cookie", "ada"), ("Cookie", "ben")),
        targets=(("/one", "n={n}"), ("/two", "n={n}"), ("/three", "n={n}")),
        accepted=(201, 201),
    )

    came = press(writers, clients=2, seconds=1, number_from=1000)

    bodies = [body for _path, _cookie, body in server.posts]
    assert min(int(body[2:]) for body in bodies) in {
        1000,
        1001,
    }  # wrk tries its script once before it begins
    assert len(set(bodies)) == len(bodies)
    assert {cookie for _path, cookie, _body in server.posts} == {"ada", "ben"}
    assert {path for path, _cookie, _body in server.posts} == {"/one", "/two", "/three"}
    accepted = sum(int(body[2:]) % 3 != 0 for body in bodies)
    assert accepted - 2 <= came.acknowledged <= accepted


def test_bodies_take_turns_once_everybody_has_asked_everything(server, client):
    voters = Load(
        address=server.address,
        method="POST",
        clients=(("Cookie", "ada"),),
        targets=(("/vote", "value=1", "value=-1"),),
    )

    press(voters, clients=1, seconds=1)

    votes = [body for _path, _cookie, body in server.posts]
    assert set(votes) == {"value=1", "value=-1"}
    assert all(one != following for one, following in itertools.pairwise(votes))


def test_every_client_comes_to_every_target():
    assert len(odd([("a",), ("b",)])) == 1
    assert len(odd([("a",), ("b",), ("c",)])) == 3


def test_an_answer_is_weighed_as_it_came(server):
    with Connection(server.address) as connection:
        answer = connection.ask(reading(server.address, "/").request())

    assert (answer.status, answer.body) == (200, b"a page")
    assert answer.wire_bytes > len(answer.body)
    assert 0 < answer.to_first_byte <= answer.seconds
