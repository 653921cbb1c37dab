"""Other people's servers, on this machine."""

import contextlib
import socket
import threading
import time
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Asked:
    """One request, as the server got it."""

    method: str
    target: str
    headers: Message
    content: bytes


class Server:
    """Answers each POST and GET with the next of `answers`, (status, content[, headers]), and then with 200.

    Each after `delay` seconds; `most_at_once` counts how many requests it had in hand together.
    """

    def __init__(self, *, port=0, tls=None):
        self.asked = []
        self.answers = []
        self.delay = 0
        self.at_once = self.most_at_once = 0
        self.http = _Http(("127.0.0.1", port), _Request)
        self.http.ours = self
        if tls:
            self.http.socket = tls.wrap_socket(self.http.socket, server_side=True)
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self.http.server_port}"

    def __enter__(self):
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()

    def wait_for(self, count):
        """Wait until it has been asked that often; answers what it was asked so far."""
        give_up_at = time.monotonic() + 10
        while len(self.asked) < count and time.monotonic() < give_up_at:
            time.sleep(0.01)
        return self.asked


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that hangs up, or does not believe us, is no error of ours."""


class _Request(BaseHTTPRequestHandler):
    def do_POST(self):
        ours = self.server.ours
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        ours.at_once += 1
        ours.most_at_once = max(ours.most_at_once, ours.at_once)
        ours.asked.append(Asked(self.command, self.path, self.headers, content))
        time.sleep(ours.delay)
        ours.at_once -= 1
        status, said, *headers = ours.answers.pop(0) if ours.answers else (200, b"")
        self.send_response(status)
        for name, value in (headers[0] if headers else {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_POST  # noqa: N815 - as http.server calls it

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serving_raw(behave):
    """A server that calls `behave` with its one connection; answers its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            with contextlib.suppress(OSError):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(65_536)
                    behave(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        thread.join(10)


def unused_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
