"""The one folder in which an installation keeps everything: database, photos, key, logs."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from broadsheet.serve.trouble import Trouble
from broadsheet.web.signing_key import make_signing_key

LOCK = "broadsheet.lock"


def make_data_folder(data: Path) -> bool:
    """Make the folder, closed to others, with a signing key; answer whether anything was new."""
    try:
        is_new = not data.exists()
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return make_signing_key(data) or is_new
    except OSError as error:
        raise Trouble(f"The data folder {data} cannot be used: {error.strerror}.") from None


@contextlib.contextmanager
def held(data: Path) -> Iterator[None]:
    """Hold `data` for this process alone. The system lets go of it even if we are killed.

    Raises `Trouble` if another Broadsheet holds it.
    """
    descriptor = os.open(data / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode() or "unknown"
            raise Trouble(f"Broadsheet already runs on {data} (process {holder}).") from None
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def is_held(data: Path) -> bool:
    """Whether a Broadsheet runs on `data`."""
    if not (data / LOCK).exists():
        return False
    try:
        with held(data):
            return False
    except Trouble:
        return True
