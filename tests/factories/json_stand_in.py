"""A server of somebody else's that speaks JSON: what stands in for a provider answers by it, over real HTTP."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class JsonStandIn:
    """Answers by `answer(method, path, query, headers, body)`: a status, and what to say as JSON.

    `asked` are all questions so far, as (method, path); while `is_away`, every answer is 503.
    """

    def __init__(self):
        self.asked = []
        self.is_away = False
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), _Request)
        self.http.daemon_threads = True
        self.http.ours = self
        self.address = f"http://127.0.0.1:{self.http.server_port}"

    def __enter__(self):
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()

    def answer(self, method, path, query, headers, body):
        raise NotImplementedError


class _Request(BaseHTTPRequestHandler):
    def do_POST(self):
        ours = self.server.ours
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        place = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(place.query).items()}
        ours.asked.append((self.command, place.path))
        status, said = (503, {})
        if not ours.is_away:
            status, said = ours.answer(self.command, place.path, query, self.headers, body)
        content = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST  # noqa: N815 - as http.server calls it

    def log_message(self, *_):
        pass
