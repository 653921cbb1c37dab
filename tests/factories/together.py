"""Several at the same moment, each in a thread with a database connection of its own."""

import threading
import time
from collections.abc import Callable
from typing import Any

SECONDS = 60


def together(*acts: Callable[[], Any], seconds: float = SECONDS) -> list[Any]:
    """Do all `acts` at once, beginning at the same moment; answer what each answered, in their order.

    What one of them raises is raised here, once all have ended, and so is that one has not ended after
    `seconds`: nothing waits for ever, and no thread keeps the test run from ending.
    """
    from django.db import connections

    start = threading.Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)
    failures: list[BaseException] = []

    def run(index: int, act: Callable[[], Any]) -> None:
        try:
            start.wait(seconds)
            outcomes[index] = act()
        except BaseException as failure:  # noqa: BLE001 - any failure of a thread is the test's
            failures.append(failure)
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=run, args=each, daemon=True, name=f"together {each[0]}")
        for each in enumerate(acts)
    ]
    for thread in threads:
        thread.start()
    ended_in_time(threads, seconds=seconds)
    if failures:
        raise failures[0]
    return outcomes


def ended_in_time(threads: list[threading.Thread], *, seconds: float = SECONDS) -> None:
    """Wait for all `threads`, and fail where one has not ended after `seconds`."""
    give_up_at = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, give_up_at - time.monotonic()))
    late = [thread.name for thread in threads if thread.is_alive()]
    assert not late, f"after {seconds} seconds still at work: {late}"
