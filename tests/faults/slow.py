"""People who hold a connection and do little with it."""

import asyncio
import contextlib

from .connection import Browser, request_bytes


@contextlib.asynccontextmanager
async def idle(port, number):
    """So many connections on which nothing is ever said."""
    async with _connections(port, number) as writers:
        yield writers


@contextlib.asynccontextmanager
async def half_open(port, number):
    """So many who promise a body, send a part of it, and then nothing more."""
    head = request_bytes("POST", "/discussions/article:1/preview/", body=b"body=" + b"x" * 1000)
    async with _connections(port, number) as writers:
        for writer in writers:
            writer.write(head[:-900])
        yield writers


@contextlib.asynccontextmanager
async def slow_loris(port, number, *, seconds_between=0.2):
    """So many who send their header a byte at a time."""
    head = request_bytes("GET", "/", headers={"X-Long": "x" * 2000})

    async def drip(writer):
        with contextlib.suppress(OSError):
            for byte in head:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(seconds_between)

    async with _connections(port, number) as writers:
        drips = [asyncio.create_task(drip(writer)) for writer in writers]
        try:
            yield writers
        finally:
            for one in drips:
                one.cancel()


@contextlib.asynccontextmanager
async def _connections(port, number):
    opened = await asyncio.gather(
        *(asyncio.open_connection("127.0.0.1", port) for _ in range(number))
    )
    try:
        yield [writer for _reader, writer in opened]
    finally:
        for _reader, writer in opened:
            writer.transport.abort()


async def read_times(port, path, number):
    """How long each of some reads took, in seconds, each on a connection of its own."""
    clock = asyncio.get_running_loop().time
    times = []
    for _read in range(number):
        began = clock()
        browser = Browser(port)
        answer = await browser.get(path)
        browser.hang_up()
        assert answer.status == 200
        times.append(clock() - began)
    return times
