"""Children that end with their parent, however it ends."""

import os
import signal
import threading
import time

SECONDS_BETWEEN_LOOKS = 1.0


def end_with_parent() -> None:
    """Ask this process to end, as by SIGTERM, soon after its parent is gone.

    A parent that was killed cannot say goodbye; its orphans would keep the port and the database.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(SECONDS_BETWEEN_LOOKS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()
