"""What was removed is gone at once, everywhere, whatever became of the connection that says so."""

import asyncio
import os
import signal

import pytest

from .connection import run
from .nemesis import LISTENERS, Nemesis
from .staleness import Staleness, remove_and_watch

ROUNDS = 4
WATCHED_SECONDS = 0.5

# Promised are 100 ms; a busy machine may take longer to run whom it promises them, so the test allows more.
LONGEST_SECONDS = 0.5
# A connection that is open but silent is believed for half a second and then asked, with a second's patience.
LONGEST_BEHIND_SECONDS = 2.5


def test_removed_words_are_gone_at_once(broadsheet, article):
    async def rounds():
        total = Staleness()
        for number in range(ROUNDS):
            total.add(
                await remove_and_watch(
                    broadsheet, article, f"gone{number}", seconds=WATCHED_SECONDS
                )
            )
        return total

    seen = run(rounds())
    print(seen, seen.sources)

    assert seen.asked > 100
    assert seen.last_stale <= LONGEST_SECONDS, seen


def test_removed_words_are_gone_when_nobody_hears(broadsheet, article):
    """The connections on which processes listen are cut just before the removal, and just after."""
    nemesis = Nemesis(broadsheet, watch=None)
    cut = []

    def cut_listeners():
        cut.append(nemesis.cut_listeners())

    async def rounds():
        total = await remove_and_watch(
            broadsheet, article, "cutbefore", before=cut_listeners, seconds=WATCHED_SECONDS
        )
        await asyncio.sleep(0.5)
        total.add(
            await remove_and_watch(
                broadsheet, article, "cutafter", after=cut_listeners, seconds=WATCHED_SECONDS
            )
        )
        return total

    seen = run(rounds())
    print(cut, "listeners cut:", seen, seen.sources)

    assert min(cut) >= len(broadsheet.ports)
    assert seen.last_stale <= LONGEST_SECONDS, seen


def test_removed_words_are_gone_soon_when_the_listener_is_stuck(broadsheet, article):
    """The connections stay open and say nothing any more: the worst that a network can do."""
    stuck = [pid for [pid] in broadsheet.ask_database(f"SELECT pid {LISTENERS}") if may_signal(pid)]
    if not stuck:
        pytest.skip("PostgreSQL's processes may not be stopped here")

    def signal_all(what):
        for pid in stuck:
            os.kill(pid, what)

    try:
        seen = run(
            remove_and_watch(
                broadsheet,
                article,
                "stuck",
                before=lambda: signal_all(signal.SIGSTOP),
                seconds=LONGEST_BEHIND_SECONDS,
            )
        )
    finally:
        signal_all(signal.SIGCONT)
    print(len(stuck), "listeners stuck:", seen, seen.sources)

    assert seen.last_stale < LONGEST_BEHIND_SECONDS - 0.5, seen


def may_signal(pid):
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
