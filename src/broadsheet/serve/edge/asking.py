"""How the edge asks Django: for nobody in particular, so that the answer can be everybody's."""

from typing import Any
from urllib.parse import quote

from broadsheet.core.shared import CAPABILITY_HEADER, INCLUDES
from broadsheet.serve.guard import Application, Message, Scope

from .answer import Answer, Headers

# All else that a reader's browser says is taken away: no answer can depend on it.
PASSED_ON = frozenset({b"host", b"bs-fragment"})
CAPABILITY = (CAPABILITY_HEADER.lower().encode(), f'edge="{INCLUDES}"'.encode())


async def ask(
    application: Application, scope: Scope, *, path: str, query: bytes, form: str
) -> Answer:
    """What `application` answers to an anonymous GET of `path` in `form`, on the host that `scope` names."""
    status = 500
    headers: Headers = []
    body: list[bytes] = []

    async def send(message: Message) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status, headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            body.append(message.get("body", b""))

    await application(_anonymous(scope, path=path, query=query, form=form), _receive_nothing, send)
    return Answer.of(status, headers, b"".join(body))


def _anonymous(scope: Scope, *, path: str, query: bytes, form: str) -> Scope:
    headers = [pair for pair in scope["headers"] if pair[0] in PASSED_ON]
    headers.append((b"accept", b"application/json" if form == "json" else b"text/html"))
    if not form:
        headers.append(CAPABILITY)
    return {
        **scope,
        "method": "GET",
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query,
        "headers": headers,
    }


async def _receive_nothing() -> dict[str, Any]:
    return {"type": "http.request", "body": b"", "more_body": False}
