"""The edge: an ASGI application that answers from memory what everybody may read, and asks the one behind."""

import asyncio
from time import monotonic
from typing import NamedTuple

from broadsheet.core import http
from broadsheet.serve.guard import Application, Receive, Scope, Send

from .answer import HIT, Answer, Encoded, accepted_encoding, is_known
from .maker import Maker, Trust
from .memory import Asked, Entry, Key, Memory
from .reads import canonical_query

READING = frozenset({"GET", "HEAD"})
FRAGMENT, JSON = "fragment", "json"
FRAGMENT_HEADER = http.FRAGMENT_HEADER.lower().encode()
IDENTITY = "identity"
SERVER_ERROR = 500

# Compressing more than this is done in a thread, so that nobody waits for it who does not ask for it.
LARGE = 256 * 1024

NO_CONTENT = {"type": "http.response.body", "body": b""}

Notes = tuple[tuple[bytes, bytes], ...]

# Where an answer came from (RFC 9211).
HITTING: Notes = (HIT,)
MADE: Notes = ((b"cache-status", b"broadsheet; fwd=miss"),)
WAITED_FOR: Notes = ((b"cache-status", b"broadsheet; fwd=miss; collapsed"),)
# The database is away: what we have, and a word that it may be old (RFC 9211, 2.8; RFC 7234, 5.5.1).
STALE: Notes = (
    (b"cache-status", b"broadsheet; hit; detail=stale"),
    (b"warning", b'110 - "Response is Stale"'),
)


class _Wish(NamedTuple):
    """In which form, which encodings, and which version who asks has already."""

    form: str
    accepts: bytes
    etag: bytes


class Edge:
    """Stands before `application` with at most `most_bytes` of memory. Its `maker` is told of changes."""

    def __init__(self, application: Application, *, most_bytes: int) -> None:
        """Begin with nothing in memory."""
        self.application = application
        self.memory = Memory(most_bytes)
        self.maker = Maker(application, self.memory)
        self.compressing = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request: at once, if memory holds what was asked for."""
        if scope["type"] != "http" or scope["method"] not in READING:
            await self.application(scope, receive, send)
            return
        wish = _wish(scope)
        asked = (scope["path"], scope["query_string"], wish.form)
        entry = self.memory.get(asked)
        if entry is not None and self.maker.may_serve(entry, monotonic()):
            await self._send_kept(asked, entry, wish, scope, send)
        else:
            await self._answer_otherwise(wish, scope, receive, send)

    async def _send_kept(
        self, asked: Asked, entry: Entry, wish: _Wish, scope: Scope, send: Send
    ) -> None:
        """Send what is in memory. Near the end of its time it is made anew meanwhile."""
        if entry.refresh_at < monotonic():
            entry.refresh_at = entry.fresh_until
            self.maker.make(Key(*asked), scope)
        answer = entry.answer
        encoding = accepted_encoding(wish.accepts) if answer.is_compressible else IDENTITY
        encoded = answer.encoded.get(encoding)
        if encoded is None:
            encoded = await self._compressed(answer, encoding)
            self.memory.weigh(asked, entry)
        if wish.etag and is_known(encoded.etag, wish.etag):
            await send(encoded.unchanged)
            await send(NO_CONTENT)
        else:
            await send(encoded.start)
            await send(encoded.content)

    async def _answer_otherwise(
        self, wish: _Wish, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Answer what stands under the canonical query; or what is made now; or let `application` answer."""
        query = canonical_query(scope["path"], scope["query_string"])
        if query is None:
            await self.application(scope, receive, send)
            return
        key = Key(scope["path"], query, wish.form)
        entry = self.memory.get(key)
        if entry is not None and self.maker.may_serve(entry, monotonic()):
            await self._send_kept(key, entry, wish, scope, send)
            return
        if entry is not None and self.maker.trust is Trust.AWAY:
            await self._send_with(STALE, entry.answer, wish, send)
            return
        answer, is_waited_for = await self.maker.current(key, scope)
        if answer.is_shared:
            await self._send_with(WAITED_FOR if is_waited_for else MADE, answer, wish, send)
        elif answer.status < SERVER_ERROR:
            # It depends on who asks after all, and so they are asked for by name.
            await self.application(scope, receive, send)
        elif self.maker.trust is not Trust.DEAF and (kept := self.memory.get(key)) is not None:
            await self._send_with(STALE, kept.answer, wish, send)
        else:
            await self._send_with((), answer, wish, send)

    async def _send_with(self, notes: Notes, answer: Answer, wish: _Wish, send: Send) -> None:
        """Send `answer` with `notes` instead of the word that it came from memory."""
        encoding = accepted_encoding(wish.accepts) if answer.is_compressible else IDENTITY
        encoded = answer.encoded.get(encoding) or await self._compressed(answer, encoding)
        is_unchanged = wish.etag and is_known(encoded.etag, wish.etag)
        start = encoded.unchanged if is_unchanged else encoded.start
        headers = [*(pair for pair in start["headers"] if pair != HIT), *notes]
        await send({**start, "headers": headers})
        await send(NO_CONTENT if is_unchanged else encoded.content)

    async def _compressed(self, answer: Answer, encoding: str) -> Encoded:
        if len(answer.body) < LARGE:
            return answer.compress(encoding)
        async with self.compressing:
            if encoding not in answer.encoded:  # somebody else may have waited for the same
                await asyncio.to_thread(answer.compress, encoding)
            return answer.encoded[encoding]


def _wish(scope: Scope) -> _Wish:
    said = dict(scope["headers"])
    form = ""
    if FRAGMENT_HEADER in said:
        form = FRAGMENT
    elif said.get(b"accept", b"").startswith(b"application/json"):
        form = JSON
    return _Wish(form, said.get(b"accept-encoding", b""), said.get(b"if-none-match", b""))
