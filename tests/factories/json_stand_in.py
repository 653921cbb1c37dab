"""A server of somebody else's that speaks JSON: what stands in for a provider answers by it, over real HTTP."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen


class JsonStandIn:
    """Answers by `answer(method, path, query, headers, body)`: a status, and what to say as JSON.

    `asked` are all questions so far, as (method, path); while `is_away`, every answer is 503. Below `pages` it
    has pages for people, which say their `buttons`; `press(address, button)` answers where one leads. What it
    has to tell goes to the address `hook`.
    """

    pages = "/pages/"
    name = "A server"
    buttons = ()
    hook = None

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

    def press(self, address, button):
        raise NotImplementedError

    def send(self, headers, body):
        """Tell whom it may concern, if anybody."""
        if self.hook:
            said = Request(self.hook, body, {**headers, "Content-Type": "application/json"})
            with urlopen(said) as answer:
                assert answer.status == 204


class _Request(BaseHTTPRequestHandler):
    def do_POST(self):
        ours = self.server.ours
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        place = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(place.query).items()}
        if place.path.startswith(ours.pages):
            self._show(body)
            return
        ours.asked.append((self.command, place.path))
        status, said = (503, {})
        if not ours.is_away:
            status, said = ours.answer(self.command, place.path, query, self.headers, body)
        self._send(status, json.dumps(said).encode(), {"Content-Type": "application/json"})

    do_GET = do_POST  # noqa: N815 - as http.server calls it

    def _show(self, body):
        ours = self.server.ours
        if self.command == "GET":
            buttons = " ".join(
                f'<button name="press" value="{each}">{each}</button>' for each in ours.buttons
            )
            page = PAGE.format(name=ours.name, buttons=buttons)
            self._send(200, page.encode(), {"Content-Type": "text/html; charset=utf-8"})
            return
        [button] = parse_qs(body.decode())["press"]
        self._send(303, b"", {"Location": ours.press(self.path, button)})

    def _send(self, status, content, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


PAGE = """<!doctype html><html lang="en"><title>{name}</title><h1>{name}</h1>
<form method="post">{buttons}</form></html>"""
