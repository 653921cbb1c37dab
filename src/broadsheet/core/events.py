"""What happened, told to whoever asked to hear it, after the transaction has committed.

An event is a frozen dataclass in the past tense that holds ids, never models. A listener that fails is
logged and silences nobody else. What may not be lost in a crash does not hang on an event: it is a job
deferred inside the transaction.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.dispatch import Signal

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened."""


Heard = TypeVar("Heard", bound=Event)
Listener = Callable[[Heard], None]

_happened = Signal()


def publish(event: Event) -> None:
    """Tell `event` to its listeners once the present transaction has committed; never if it rolls back."""
    transaction.on_commit(lambda: _tell(event))


def subscribe(kind: type[Heard]) -> Callable[[Listener[Heard]], Listener[Heard]]:
    """Call the decorated function with every event of exactly this `kind`."""

    def decorate(listener: Listener[Heard]) -> Listener[Heard]:
        def receive(*, event: Heard, **_signal: object) -> None:
            listener(event)

        _happened.connect(receive, sender=kind, weak=False, dispatch_uid=(kind, listener))
        return listener

    return decorate


def _tell(event: Event) -> None:
    for listener, outcome in _happened.send_robust(sender=type(event), event=event):
        if isinstance(outcome, Exception):
            logger.error("%s failed to hear %s", listener, event, exc_info=outcome)
