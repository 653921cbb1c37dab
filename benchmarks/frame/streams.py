"""Many readers of one live page: `python -m benchmarks.frame.streams ADDRESS PATH COUNT`.

A process of its own, which says “open N” once N streams are open, listens until its standard input closes,
and then prints when each comment arrived, as nanoseconds of the machine's monotonic clock. One loop over
bare sockets: at thousands of streams, anything more would measure itself.
"""

import json
import re
import select
import socket
import sys
import time
from urllib.parse import urlsplit

POSTED = re.compile(rb'event: posted\n(?:id: \d+\n)?data: \{"comment":(\d+)')


def opened(address: str, path: str, count: int) -> dict[int, socket.socket]:
    """So many streams, by file descriptor. Raises ConnectionError where one is refused."""
    place = urlsplit(address)
    request = f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\nAccept: text/event-stream\r\n\r\n"
    streams = {}
    for _ in range(count):
        stream = socket.create_connection((place.hostname or "", place.port or 80), timeout=30)
        stream.sendall(request.encode())
        head = stream.recv(4096)
        if b" 200 " not in head.partition(b"\r\n")[0]:
            raise ConnectionError(f"Stream {len(streams) + 1} was answered with {head[:200]!r}.")
        stream.setblocking(False)  # noqa: FBT003 - the library's own signature
        streams[stream.fileno()] = stream
    return streams


def listen(streams: dict[int, socket.socket]) -> dict[str, list[int]]:
    """When each comment arrived on each stream, until standard input closes."""
    arrived: dict[str, list[int]] = {}
    poll = select.epoll()
    poll.register(sys.stdin.fileno(), select.EPOLLIN | select.EPOLLHUP)
    for descriptor in streams:
        poll.register(descriptor, select.EPOLLIN)
    while True:
        for descriptor, _event in poll.poll():
            if descriptor not in streams:
                return arrived
            received = streams[descriptor].recv(65_536)
            now = time.monotonic_ns()
            if not received:
                poll.unregister(descriptor)
            for comment in POSTED.findall(received):
                arrived.setdefault(comment.decode(), []).append(now)


def main() -> None:
    address, path, count = sys.argv[1:]
    streams = opened(address, path, int(count))
    print("open", len(streams), flush=True)
    print(json.dumps(listen(streams)))


if __name__ == "__main__":
    main()
