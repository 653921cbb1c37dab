"""What happened, told to whoever asked to hear it, after the transaction has committed.

An event is a frozen dataclass in the past tense that holds ids, never models. It is told twice: to the
listeners of this process, and through PostgreSQL's NOTIFY to every process of every node. Both hear it only
if the transaction commits. NOTIFY is sent inside the transaction, so that a crash cannot come between.

A listener that fails is logged and silences nobody else. What may not be lost in a crash does not hang on
an event: it is a job deferred inside the transaction.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, TypeVar

from django.db import connection, transaction
from django.dispatch import Signal

logger = logging.getLogger(__name__)

CHANNEL = "broadsheet"
"""PostgreSQL's name for the channel on which every event is told."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened. Its fields are numbers, words and truths, or None."""

    kinds: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Remember the kind by its name, under which other processes hear of it."""
        super().__init_subclass__(**kwargs)
        Event.kinds[cls.__name__] = cls


Heard = TypeVar("Heard", bound=Event)
Listener = Callable[[Heard], None]

_happened = Signal()


def publish(event: Event) -> None:
    """Tell `event` once the present transaction has committed; never if it rolls back.

    PostgreSQL commits transactions that notify one after the other, each holding its locks until the disk has
    it. So such a transaction commits without waiting for the disk, and waits afterwards, holding nothing,
    together with all others: whoever called gets their answer no sooner than the disk has it.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {TELLING.format('%s')}", [written(event)])
    told(event)


TELLING = f"pg_notify('{CHANNEL}', {{}}), set_config('synchronous_commit', 'off', true)"
"""What a statement selects to tell an event, `{}` being what `written` answers. `told` has to follow it."""


def told(event: Event) -> None:
    """See to the rest of what `publish` does, for an `event` that a statement has told by itself."""
    transaction.on_commit(lambda: _tell(event))
    if all(_wait_for_the_disk not in hook for hook in connection.run_on_commit):
        transaction.on_commit(_wait_for_the_disk)


def _wait_for_the_disk() -> None:
    """Return once the disk has what was committed: an empty message is written behind it, and waited for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_logical_emit_message(true, %s, '')", [CHANNEL])


def written(event: Event) -> str:
    """Answer `event` as every process is told of it: JSON, less than PostgreSQL's 8,000 bytes."""
    return json.dumps({"kind": type(event).__name__, **asdict(event)}, ensure_ascii=False)


def read(payload: str) -> Event | None:
    """Answer the event that was told, or None for one that this program does not know.

    Programs of two versions may run side by side during an upgrade.
    """
    try:
        said = json.loads(payload)
        return Event.kinds[said.pop("kind")](**said)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def subscribe(kind: type[Heard]) -> Callable[[Listener[Heard]], Listener[Heard]]:
    """Call the decorated function with every event of exactly this `kind` that happens in this process."""

    def decorate(listener: Listener[Heard]) -> Listener[Heard]:
        def receive(*, event: Heard, **_signal: object) -> None:
            listener(event)

        _happened.connect(receive, sender=kind, weak=False, dispatch_uid=(kind, listener))
        return listener

    return decorate


def subscribe_to_all(listener: Listener[Event]) -> Listener[Event]:
    """Call `listener` with every event that happens in this process."""

    def receive(*, event: Event, **_signal: object) -> None:
        listener(event)

    _happened.connect(receive, weak=False, dispatch_uid=listener)
    return listener


def _tell(event: Event) -> None:
    for listener, outcome in _happened.send_robust(sender=type(event), event=event):
        if isinstance(outcome, Exception):
            logger.error("%s failed to hear %s", listener, event, exc_info=outcome)
