"""Answers to what everybody may read, from memory, before Django is entered.

Knows bytes, addresses and keys; of the newspaper it knows only two tables: which addresses everybody is
answered alike (`reads`), and what each event makes it forget (`purge`). It never serves what may be out of
date: it trusts its memory only while it hears of every change (`listener`), and where a change comes while
an answer is being made, that answer is given only to those who asked before the change.

Doors: `Edge` (an ASGI application before another), `Listener`, `Trust`; and for the job process
`webhook.PurgeWebhook`, which tells caches elsewhere what to forget.
"""

from .edge import Edge
from .listener import Listener
from .maker import Trust

__all__ = ["Edge", "Listener", "Trust"]
