"""The listener: goes on, whatever becomes of what it tells."""

import asyncio

from django.db import connection, transaction

from broadsheet.core.events import publish
from broadsheet.publishing.events import PaperChanged
from broadsheet.serve.edge import Listener, Trust
from live_server import database_address


def test_goes_on_after_a_fault_of_who_hears_and_is_not_believed_meanwhile(committed, caplog):
    told = asyncio.Queue()

    def hear(event):
        told.put_nowait(event)
        if not caplog.records:
            raise RuntimeError("deaf")

    async def listen_twice():
        listener = Listener(database_address(), hear=hear, believe=told.put_nowait)
        listener.start()
        async with asyncio.timeout(10):
            first = await told.get()
            await asyncio.to_thread(happen)
            meanwhile = [await told.get() for _ in range(3)]
            await asyncio.to_thread(happen)
            last = await told.get()
        await listener.stop()
        return [first, *meanwhile, last]

    assert asyncio.run(listen_twice()) == [
        Trust.HEARING,
        PaperChanged(),
        Trust.DEAF,
        Trust.HEARING,
        PaperChanged(),
    ]
    assert "What was told could not be heard." in caplog.text


def happen():
    with transaction.atomic():
        publish(PaperChanged())
    connection.close()
