"""The letters that came, the latest hundred."""

import threading
from collections import deque
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

MOST_LETTERS = 100
MOST_BYTES = 256 * 1024
"""Of one letter; so all of them take no more than 25 MB."""


@dataclass(frozen=True, kw_only=True)
class ShownLetter:
    """A letter as the page shows it. `number` counts from 1 since the start."""

    number: int
    sender: str
    to: str
    subject: str
    date: str
    text: str
    html: str


class Letters:
    """Keeps letters for as long as the process lives. May be used by several threads at once."""

    def __init__(self) -> None:
        """Begin empty."""
        self._letters: deque[ShownLetter] = deque(maxlen=MOST_LETTERS)
        self._count = 0
        self._lock = threading.Lock()

    def add(self, raw: bytes) -> None:
        """Keep a letter as it came (RFC 5322)."""
        message = message_from_bytes(raw, policy=default)
        with self._lock:
            self._count += 1
            self._letters.appendleft(
                ShownLetter(
                    number=self._count,
                    sender=str(message["From"]),
                    to=str(message["To"]),
                    subject=str(message["Subject"]),
                    date=str(message["Date"]),
                    text=_part(message, "plain"),
                    html=_part(message, "html"),
                )
            )

    def newest_first(self) -> list[ShownLetter]:
        """Answer what is kept."""
        with self._lock:
            return list(self._letters)

    def numbered(self, number: int) -> ShownLetter | None:
        """Answer one of them, if it is still kept."""
        return next((one for one in self.newest_first() if one.number == number), None)


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part else ""
