"""The process: takes letters by SMTP, shows them by HTTP, until it is told to stop."""

import os
import re
import signal
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import FrameType
from typing import Any

from aiosmtpd.controller import Controller

from broadsheet.serve.lifeline import end_with_parent

from .letters import MOST_BYTES, Letters
from .page import LETTER_POLICY, PAGE_POLICY, framed, page
from .places import LOOPBACK, places_told

OWN_NAMES = re.compile(r"(?:localhost|127\.0\.0\.1)(?::\d+)?")
LETTER_PATH = re.compile(r"/letters/(\d{1,9})/")

letters = Letters()


class Counter:
    """Takes what the newspaper hands in, as aiosmtpd calls it."""

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Keep the letter."""
        letters.add(envelope.content)
        return "250 Kept"


class Window(BaseHTTPRequestHandler):
    """Shows the letters to a browser on this machine."""

    server_version = "Broadsheet"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer the page, or one letter's HTML. Refuses other sites' pages that pretend to be this machine."""
        if not OWN_NAMES.fullmatch(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = self.path.partition("?")[0]
        if path == "/":
            self._answer(page(letters.newest_first()), policy=PAGE_POLICY)
            return
        wanted = LETTER_PATH.fullmatch(path)
        letter = letters.numbered(int(wanted[1])) if wanted else None
        if letter is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._answer(framed(letter), policy=LETTER_POLICY)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing: who looks at letters is nobody's business."""

    def _answer(self, html: str, *, policy: str) -> None:
        body = html.encode("utf-8", "replace")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    """Take and show letters until SIGTERM."""
    end_with_parent()
    told_to_stop = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        told_to_stop.set()

    signal.signal(signal.SIGTERM, stop)
    places = places_told(os.environ)
    counter = Controller(
        Counter(), hostname=LOOPBACK, port=places.smtp_port, data_size_limit=MOST_BYTES
    )
    window = ThreadingHTTPServer((LOOPBACK, places.page_port), Window)
    counter.start()
    threading.Thread(target=window.serve_forever, daemon=True).start()
    told_to_stop.wait()
    window.shutdown()
    counter.stop()


if __name__ == "__main__":
    main()
