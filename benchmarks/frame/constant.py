"""The limit (R5): Broadsheet's own server with its own settings, answering one answer to everything.

`python -m benchmarks.frame.constant FILE` serves what FILE holds (JSON: headers, body in Base64) on the
port the environment names. Nothing of Broadsheet but the start of its server is used, so that what granian
is told is always the same as there.
"""

import base64
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from broadsheet.serve import web

from .connection import Answer
from .newspaper import Newspaper, answers

FILE_VARIABLE = "CONSTANT_ANSWER"
PATIENCE_SECONDS = 30
OF_THE_CONNECTION = {"connection", "transfer-encoding", "date", "server"}


@contextlib.contextmanager
def constant(answer: Answer) -> Iterator[str]:
    """Serve `answer` for as long as the block lasts; answers the address."""
    headers = [(n, v) for n, v in answer.headers.items() if n not in OF_THE_CONNECTION]
    said = {"headers": headers, "body": base64.b64encode(answer.body).decode()}
    with tempfile.TemporaryDirectory(prefix="broadsheet-constant-") as folder:
        file = Path(folder) / "answer.json"
        file.write_text(json.dumps(said))
        place = Newspaper(Path(folder))
        environment = {**place.environment, FILE_VARIABLE: str(file)}
        running = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.frame.constant"], env=environment
        )
        try:
            give_up_at = time.monotonic() + PATIENCE_SECONDS
            while not answers(place.address):
                if running.poll() is not None or time.monotonic() > give_up_at:
                    sys.exit("The constant server did not start.")
                time.sleep(0.05)
            yield place.address
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(30)


def load_constant(_target: str):
    """An ASGI application with one answer."""
    said = json.loads(Path(os.environ[FILE_VARIABLE]).read_text())
    body = base64.b64decode(said["body"])
    names = {name for name, _value in said["headers"]}
    headers = [(name.encode(), value.encode()) for name, value in said["headers"]]
    if "content-length" not in names:
        headers.append((b"content-length", str(len(body)).encode()))

    async def application(scope, receive, send):
        if scope["type"] == "lifespan":
            for _ in ("startup", "shutdown"):
                message = await receive()
                await send({"type": f"{message['type']}.complete"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return application


def main() -> None:
    web._load_application = load_constant  # type: ignore[assignment]
    web.main()


if __name__ == "__main__":
    main()
