"""A whole Broadsheet in a thread of the tests: granian, our layers, Django, on the tests' database."""

import asyncio
import socket
import threading
import time
from contextlib import contextmanager

from psycopg.conninfo import make_conninfo

START_WITHIN_SECONDS = 20


def database_address():
    """Where PostgreSQL has the tests' database, in libpq's words."""
    from django.db import connection

    settings = connection.settings_dict
    return make_conninfo(host=settings["HOST"], dbname=settings["NAME"], user=settings["USER"])


@contextmanager
def serving(**options):
    """Serve with these options until the end of the block; answers the address, and what serves there."""
    from django.conf import settings
    from django.test import override_settings

    from broadsheet.core import events

    values = {**settings.BROADSHEET, "database_url": database_address(), **options}
    with override_settings(BROADSHEET=values):
        from broadsheet.serve.assembly import Assembly

        assembly = Assembly()
    port = _free_port()
    receivers = events._happened.receivers[:]
    with _running(assembly.application, port):
        _wait_until(lambda: assembly.hub.is_hearing and _answers(port))
        yield f"http://localhost:{port}", assembly
    events._happened.receivers[:] = receivers  # it listened for as long as a process lives
    events._happened.sender_receivers_cache.clear()


@contextmanager
def _running(application, port):
    from granian.constants import Interfaces
    from granian.server.embed import Server

    server, loops = [], []

    async def serve():
        loops.append(asyncio.get_running_loop())
        server.append(
            Server(
                application,
                port=port,
                interface=Interfaces.ASGI,
                websockets=False,
                backpressure=2_000,
                log_enabled=False,
            )
        )
        await server[0].serve()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    try:
        yield
    finally:
        loops[0].call_soon_threadsafe(server[0].stop)
        thread.join(START_WITHIN_SECONDS)


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _answers(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def _wait_until(holds):
    give_up_at = time.monotonic() + START_WITHIN_SECONDS
    while not holds():
        assert time.monotonic() < give_up_at, "the server does not answer"
        time.sleep(0.05)
