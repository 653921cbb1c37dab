"""How streams end when their process has to."""

import asyncio
import signal
import threading

from .hub import Hub

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def end_streams_when_asked_to_stop(hub: Hub) -> None:
    """End every stream of `hub` at SIGINT and SIGTERM; call it on the running event loop.

    A server that is to stop waits for its unfinished answers, and a stream is never finished: granian
    waited 15 s and then killed its worker. granian's own handlers hear the signal as well: they are
    asyncio's, which are told through `signal.set_wakeup_fd` whichever function Python calls.
    """
    if threading.current_thread() is not threading.main_thread():
        return  # only the main thread has signals; whoever runs us in another ends streams otherwise
    loop = asyncio.get_running_loop()
    for number in STOP_SIGNALS:
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(hub.lost))
