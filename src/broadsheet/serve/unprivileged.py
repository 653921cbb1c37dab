"""PostgreSQL refuses to run as root: whom it runs as instead, and what they must be let through to.

Nothing here does anything for an ordinary user.
"""

import os
import stat
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadsheet.serve.trouble import Trouble

# The first of these accounts that the machine has. The last one, every Unix has.
CANDIDATES = ("broadsheet", "postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An account of this machine."""

    name: str
    uid: int
    gid: int


def account_for(folder: Path) -> Account | None:
    """Whom the server over `folder` runs as: nobody else than we ourselves, unless we are root.

    A folder that is already somebody's stays theirs.
    """
    import pwd

    if os.geteuid() != 0:
        return None
    if folder.exists() and folder.stat().st_uid != 0:
        try:
            entry = pwd.getpwuid(folder.stat().st_uid)
        except KeyError:
            raise Trouble(f"{folder} belongs to an account this machine does not have.") from None
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise Trouble(
        "PostgreSQL does not run as root, and there is no other account: start Broadsheet as a user."
    )


def as_account(account: Account | None) -> dict[str, Any]:
    """Answer the arguments for `subprocess` that start a program as `account`."""
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def give(path: Path, *, account: Account | None) -> None:
    """Make `account` the owner of `path`."""
    if account is not None:
        os.chown(path, account.uid, account.gid)


def open_the_way(
    folder: Path, binaries: Path, *, account: Account | None, say: Callable[[str], None]
) -> None:
    """Let `account` reach `folder` and run `binaries`, changing as little as that needs, and say so.

    A folder on the way gets the right to be passed through (o+x), never to be listed or read.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    if account is None:
        return
    opened = [path for path in _on_the_way(folder, binaries) if _lets_through(path)]
    if not _can_run(binaries, account):
        _let_everybody_read(binaries.parent)
        opened.append(binaries.parent)
    if opened:
        names = ", ".join(str(path) for path in opened)
        say(
            f"PostgreSQL does not run as root, so it runs as “{account.name}”, who may now pass through {names}."
        )


def _on_the_way(*destinations: Path) -> list[Path]:
    """Every folder above the destinations, from the top."""
    return sorted({parent for destination in destinations for parent in destination.parents})


def _lets_through(path: Path) -> bool:
    """Open `path` for passing through; answer whether it was closed before."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & stat.S_IXOTH:
        return False
    path.chmod(mode | stat.S_IXOTH)
    return True


def _can_run(binaries: Path, account: Account) -> bool:
    try:
        return (
            subprocess.run(
                [str(binaries / "initdb"), "--version"],
                check=False,
                capture_output=True,
                cwd="/",
                **as_account(account),
            ).returncode
            == 0
        )
    except PermissionError:
        return False


def _let_everybody_read(folder: Path) -> None:
    """As `chmod -R o+rX`, for an installation made under a strict umask."""
    for path in (folder, *folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        wanted = stat.S_IROTH | (stat.S_IXOTH if path.is_dir() or mode & stat.S_IXUSR else 0)
        if mode & wanted != wanted:
            path.chmod(mode | wanted)
