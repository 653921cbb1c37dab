"""Children that end with their parent, however it ends."""

import os
import signal
import threading
import time

SECONDS_BETWEEN_LOOKS = 1.0

# Set by the parent to its own id: by the time a child asks the system, the parent may be gone.
PARENT_VARIABLE = "_BROADSHEET_PARENT"


def end_with_parent() -> None:
    """Ask this process to end, as by SIGTERM, soon after its parent is gone.

    A parent that was killed cannot say goodbye; its orphans would keep the port and the database.
    """
    parent = int(os.environ.get(PARENT_VARIABLE) or os.getppid())

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(SECONDS_BETWEEN_LOOKS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()
