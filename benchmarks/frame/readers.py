"""Readers who write: guests with a key of their own, and what they send as our elements send it."""

import itertools
import threading
import time
from urllib.parse import urlencode

from .connection import Answer, Connection, Request
from .load import READERS, Load
from .newspaper import Place

OWN_PAGE = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Sec-Fetch-Site": "same-origin",
}
WORDS = (
    "The council said so in spring, and the ferry has been late ever since; who has read the minutes of that"
    " evening, and what did they cost us?"
)
_numbers = itertools.count(1)


def post(connection: Connection, place: Place, *, cookie: str = "", parent: int = 0) -> Answer:
    """Post a comment no one has posted yet. Raises ConnectionError if it is not acknowledged."""
    number = f"{time.monotonic_ns()}-{next(_numbers)}"
    headers = {**OWN_PAGE, "BS-Fragment": "comment", **({"Cookie": cookie} if cookie else {})}
    body = comment(number, parent)
    answer = connection.ask(Request("POST", f"/discussions/{place.key}/comments/", headers, body))
    if answer.status != 201:
        raise ConnectionError(f"A comment was answered with {answer.status}: {answer.body[:200]!r}")
    return answer


def comment(number: str, parent: int = 0) -> str:
    """The form of a comment; `number` tells it from all others."""
    fields = {"name": "Ada", "submission_key": "bench-NUMBER", "body": f"{WORDS} (NUMBER)"}
    if parent:
        fields["parent"] = str(parent)
    return urlencode(fields).replace("NUMBER", number)


def guests(address: str, place: Place, count: int) -> tuple[tuple[str, str], ...]:
    """So many guests, by the header that tells who they are; each has posted once to become one."""
    found = []
    for _ in range(count):
        with Connection(address) as connection:
            found.append(("Cookie", "; ".join(post(connection, place).cookies)))
    return tuple(found)


def posting(address: str, places: list[Place], clients: tuple[tuple[str, str], ...]) -> Load:
    """Guests who post, every second comment a reply, over all of `places`."""
    number = f"{time.monotonic_ns()}-{{n}}"
    targets = [
        (f"/discussions/{place.key}/comments/", comment(number, parent))
        for place in places
        for parent in (0, *place.comment_ids[:1])
    ]
    return Load(
        address=address,
        method="POST",
        headers={**OWN_PAGE, "BS-Fragment": "comment"},
        clients=clients,
        targets=odd(targets),
    )


def voting(address: str, places: list[Place], clients: tuple[tuple[str, str], ...]) -> Load:
    """Guests who vote on comments of all of `places`: for, and when all have voted on all, against."""
    targets = [
        (f"/comments/{comment_id}/vote/", "value=1", "value=-1")
        for place in places
        for comment_id in place.comment_ids
    ]
    return Load(
        address=address,
        method="POST",
        headers={**OWN_PAGE, "Accept": "application/json"},
        clients=clients,
        targets=odd(targets),
    )


def odd(targets: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """An odd number of targets, so that sixteen clients in turn come to each of them."""
    return tuple(targets[: len(targets) - 1 + len(targets) % 2])


class _Meanwhile:
    """Somebody who does something every so often for as long as the block lasts."""

    every_seconds: float

    def __init__(self, address: str):
        self.address = address

    def act(self, connection: Connection) -> None:
        raise NotImplementedError

    def __enter__(self):
        self.is_done = threading.Event()
        self.thread = threading.Thread(target=self._act)
        self.thread.start()

    def __exit__(self, *_why):
        self.is_done.set()
        self.thread.join()

    def _act(self):
        with Connection(self.address) as connection:
            while not self.is_done.wait(self.every_seconds):
                self.act(connection)


class EverySecond(_Meanwhile):
    """Posts a comment every second."""

    every_seconds = 1

    def __init__(self, address: str, place: Place):
        super().__init__(address)
        self.place = place

    def act(self, connection: Connection) -> None:
        post(connection, self.place)


class Hits(_Meanwhile):
    """Looks fifty times a second whether a page comes from memory."""

    every_seconds = 0.02

    def __init__(self, address: str, path: str):
        super().__init__(address)
        self.path = path
        self.answers: list[Answer] = []

    def act(self, connection: Connection) -> None:
        self.answers.append(connection.ask(Request("GET", self.path, READERS)))

    def share(self) -> str:
        if not self.answers:
            return ""
        missed = sum(map(is_miss, self.answers))
        return f"{100 * (1 - missed / len(self.answers)):.1f} %"


def is_miss(answer: Answer) -> bool:
    """Whether the answer was made for this request (Cache-Status, RFC 9211)."""
    return "; hit" not in answer.headers.get("cache-status", "")
