"""The process that answers requests: granian, with workers that are replaced when they die."""

import os
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from broadsheet.serve.lifeline import PARENT_VARIABLE, end_with_parent
from broadsheet.web.options import read_option_values

# Connections that may wait until a worker takes them.
BACKLOG = 1024
# Requests a worker holds at once; what is more waits in the backlog. Far above the pool of database
# connections, so that cheap answers do not wait behind slow ones, and far below what memory bears.
BACKPRESSURE = 128
HEADER_TIMEOUT_MILLISECONDS = 10_000
KILL_AFTER_SECONDS = 15


def main() -> None:
    """Serve until told to stop."""
    end_with_parent()
    values = read_option_values(os.environ)
    server = Granian(
        "broadsheet.serve.asgi:application",
        address=str(values["host"]),
        port=int(str(values["port"])),
        interface=Interfaces.ASGINL,
        workers=int(str(values["workers"])),
        websockets=False,
        backlog=BACKLOG,
        backpressure=BACKPRESSURE,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_TIMEOUT_MILLISECONDS),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER_SECONDS,
    )
    os.environ[PARENT_VARIABLE] = str(os.getpid())
    server.serve(target_loader=_load_application)


def _load_application(_target: str) -> Any:
    """Load Django in a worker, which also ends if the process above it is killed."""
    end_with_parent()
    from broadsheet.serve.asgi import application

    return application


if __name__ == "__main__":
    main()
