"""Where the embedded PostgreSQL listens: a folder only we enter, with a path short enough for a socket."""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from broadsheet.serve import unprivileged
from broadsheet.serve.trouble import Trouble

# sun_path holds 104 bytes on macOS and 108 on Linux, with its closing NUL (unix(4), unix(7)).
LONGEST_SOCKET_PATH = 103
SOCKET_FILE = ".s.PGSQL.5432"


def socket_folder(folder: Path, *, account: unprivileged.Account | None) -> Path:
    """Make the folder for the socket of the server over `folder`, and answer it."""
    beside = folder.with_name("run")
    if len(os.fsencode(beside / SOCKET_FILE)) <= LONGEST_SOCKET_PATH:
        beside.mkdir(mode=0o700, exist_ok=True)
        unprivileged.give(beside, account=account)
        return beside
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    owner = account.uid if account else os.geteuid()
    short = Path(tempfile.gettempdir()) / f"broadsheet-{owner}-{digest}"
    with contextlib.suppress(FileExistsError):
        short.mkdir(mode=0o700)
        unprivileged.give(short, account=account)
    # Anybody may make folders in /tmp: only one that is ours, and closed, will do.
    found = short.lstat()
    if found.st_uid != owner or found.st_mode & 0o077 or short.is_symlink():
        raise Trouble(
            f"{short} belongs to somebody else: remove it, or use a data folder with a shorter path."
        )
    return short
