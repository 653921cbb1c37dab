"""The stand-in's door: HTTP."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from .parameters import API_VERSION, read_form


class Refusal(Exception):
    def __init__(self, status, message, *, code=None, kind="invalid_request_error"):
        super().__init__(message)
        self.status = status
        self.said = {"error": {"type": kind, "message": message, "code": code}}


class Door:
    """Listens on a port of its own, and lets `books` answer one question after another."""

    def __init__(self, books):
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), _Request)
        self.http.daemon_threads = True
        self.http.books = books
        self.http.turn = threading.Lock()
        self.address = f"http://127.0.0.1:{self.http.server_port}"

    def open(self):
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self.http.shutdown()
        self.http.server_close()


class _Request(BaseHTTPRequestHandler):
    def do_GET(self):
        self._answer()

    do_POST = do_DELETE = do_GET  # noqa: N815 - as http.server calls them

    def _answer(self):
        place = urlsplit(self.path)
        self.server.books.heard(self.headers)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if place.path.startswith("/pay/"):
            self._show(place.path, read_form(body))
            return
        try:
            self._refuse_strangers()
            parameters = read_form(place.query if self.command == "GET" else body)
            with self.server.turn:
                status, said = self.server.books.answer(
                    self.command, place.path, parameters, self.headers.get("Idempotency-Key")
                )
        except Refusal as refusal:
            status, said = refusal.status, refusal.said
        self._send(status, json.dumps(said).encode(), {"Content-Type": "application/json"})

    def _refuse_strangers(self):
        if self.headers.get("Authorization") != f"Bearer {self.server.books.key}":
            raise Refusal(401, "Invalid API Key provided.", kind="authentication_error")
        if self.headers.get("Stripe-Version") != API_VERSION:
            raise Refusal(400, "Another version of the API was asked.")

    def _show(self, path, sent):
        """The page to pay on: a browser's business."""
        session = path.removeprefix("/pay/")
        if self.command == "GET":
            self._send(200, PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"})
            return
        with self.server.turn:
            leads_to = self.server.books.press(session, sent.get("press", "pay"))
        self.server.books.send_messages()
        self._send(303, b"", {"Location": leads_to})

    def _send(self, status, content, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


PAGE = """<!doctype html><html lang="en"><title>Pay</title><h1>Pay</h1><form method="post">
<button name="press" value="pay">Pay</button> <button name="press" value="decline">Decline</button>
<button name="press" value="leave">Leave</button></form></html>"""
