"""The process that answers requests: granian, with workers that are replaced when they die.

The figures below follow from what granian 2.8.7 does, tried with raw sockets:

- `backpressure` counts connections, not requests: a worker accepts that many, and whoever comes then waits
  in the backlog, whatever the accepted ones do. Five silent ones kept a worker with a backpressure of 5 from
  ever answering a sixth. So it has to be as large as descriptors allow; what may enter Django at
  once is bounded behind it, by the bridge. An idle or slow connection costs some 12 kB, a stream 25 kB;
  5,000 silent and slow ones, or 2,000 streams, left the time of an answer as it was.
- `header_read_timeout` runs from the connection's first moment, and again after each answer, until the next
  head is complete. So it closes silent connections, slow heads and idle ones that are kept alive. It does so
  only while granian speaks HTTP/1 alone: asked to guess the version, it waits for a silent client for ever.
  Nothing needs HTTP/2 here: proxies speak it with browsers, and HTTP/1.1 with us.
- `max_buffer_size` bounds a head (431), and with it what a slow one may hold: by default 417 kB each.
- A body has no time limit of granian's; the guard has one. A client that closes half its connection in
  the middle of a body counts as gone.
- A client that stops reading holds up `send`, after what the kernel keeps for it (4 MB here), and no
  time limit ends that. The kernel's own does: see `_drop_stalled_readers`.
"""

import contextlib
import gc
import os
import resource
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from broadsheet.core.addresses import read_networks
from broadsheet.serve.lifeline import PARENT_VARIABLE, end_with_parent
from broadsheet.web.options import OptionValues, read_option_values

# Connections that may wait until a worker accepts them; Linux grants net.core.somaxconn at most (4,096).
BACKLOG = 4_096
# The most connections a worker holds besides live streams; fewer where the system grants fewer descriptors.
MOST_CONNECTIONS = 8_192
FEWEST_CONNECTIONS = 1_024
# What a worker opens besides: database, photos, static files, itself.
OTHER_DESCRIPTORS = 256
# Time for a request's head, and until the next one on the same connection begins and is complete. Proxies
# are asked to give up idle connections earlier (docs/operating/proxy.md).
HEADER_TIMEOUT_MILLISECONDS = 10_000
LARGEST_HEAD = 32 * 1024
# How long a client may leave unread what was sent to it.
STALLED_READER_SECONDS = 30
LISTED_DESCRIPTORS = Path("/proc/self/fd")
LOOKS_FOR_SOCKET = 100
SECONDS_BETWEEN_LOOKS = 0.1
KILL_AFTER_SECONDS = 15


def main() -> None:
    """Serve until told to stop."""
    end_with_parent()
    values = read_option_values(os.environ)
    _warn_of_trust_in_everybody(values)
    most_connections = _most_connections(streams=int(str(values["live_streams"])))
    _load_what_workers_share()
    server = Granian(
        "broadsheet.serve.asgi:application",
        address=str(values["host"]),
        port=int(str(values["port"])),
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        workers=int(str(values["workers"])),
        websockets=False,
        backlog=BACKLOG,
        backpressure=most_connections,
        http1_settings=HTTP1Settings(
            header_read_timeout=HEADER_TIMEOUT_MILLISECONDS, max_buffer_size=LARGEST_HEAD
        ),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER_SECONDS,
    )
    os.environ[PARENT_VARIABLE] = str(os.getpid())
    server.serve(target_loader=_load_application)


def _load_what_workers_share() -> None:
    """Load the newspaper here, where workers are forked from.

    They share the memory it takes, and one that replaces another has nothing to load. Nothing runs yet: no
    thread, no event loop and no connection, which would not survive a fork. Where processes are not forked
    (macOS), each loads it for itself.
    """
    from broadsheet.serve import asgi  # noqa: F401 - for what it does

    gc.collect()
    gc.freeze()


def _warn_of_trust_in_everybody(values: OptionValues) -> None:
    for network in read_networks(str(values["trusted_proxies"])):
        if network.prefixlen == 0:
            _warn(
                f"trusted_proxies has {network}, which is everybody: any reader can claim any address."
            )


def _warn(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _most_connections(*, streams: int) -> int:
    """Raise this process's limit of descriptors, and answer how many connections a worker may hold.

    Workers inherit the limit, and each has it for itself. Says so if it leaves little beside the streams.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = streams + MOST_CONNECTIONS + OTHER_DESCRIPTORS
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if wanted > soft:
        # macOS refuses more than kern.maxfilesperproc, whatever the hard limit says.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    granted = min(wanted, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    if granted < streams + FEWEST_CONNECTIONS + OTHER_DESCRIPTORS:
        _warn(
            f"A process may open only {granted} files and connections (ulimit -n), which is few beside "
            f"{streams} live_streams: readers may have to wait."
        )
    return max(granted // 2, granted - OTHER_DESCRIPTORS)


def _load_application(_target: str) -> Any:
    """Load the application in a worker, which also ends if the process above it is killed."""
    end_with_parent()
    from broadsheet.serve.asgi import application

    threading.Thread(target=_drop_stalled_readers, name="stalled readers", daemon=True).start()
    return application


def _drop_stalled_readers() -> None:
    """Have the kernel end connections whose client leaves unread what was sent, once we listen.

    TCP_USER_TIMEOUT (RFC 5482) of a listening socket is passed on to what it accepts. granian neither has
    an option for it nor tells which socket is its own, so this looks among the descriptors. Linux only;
    elsewhere such a connection stays until its client goes.
    """
    timeout = getattr(socket, "TCP_USER_TIMEOUT", None)
    if timeout is None or not LISTED_DESCRIPTORS.is_dir():
        return
    for _ in range(LOOKS_FOR_SOCKET):
        time.sleep(SECONDS_BETWEEN_LOOKS)
        for entry in list(LISTED_DESCRIPTORS.iterdir()):
            number = int(entry.name)
            with contextlib.suppress(OSError), socket.socket(fileno=os.dup(number)) as found:
                if found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    found.setsockopt(socket.IPPROTO_TCP, timeout, STALLED_READER_SECONDS * 1000)
                    return


if __name__ == "__main__":
    main()
