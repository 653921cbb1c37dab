"""What was prepared last time, so that a warm start need not look at everything again."""

import hashlib
import json
from pathlib import Path

import broadsheet

FILE = "prepared.json"
SOMEBODY_SIGNED_IN = "somebody_signed_in"


def state_of_code() -> str:
    """A digest of everything that decides how tables and static files look.

    It is taken of the versions of all installed packages, and of the names, sizes and times of our own
    migrations and static files.
    """
    from importlib.metadata import distributions

    digest = hashlib.sha256()
    for name in sorted(f"{package.name} {package.version}" for package in distributions()):
        digest.update(name.encode())
    ours = Path(broadsheet.__file__).parent
    for pattern in ("*/migrations/*.py", "*/static/**/*"):
        for file in sorted(ours.glob(pattern)):
            known = file.stat()
            digest.update(f"{file} {known.st_size} {known.st_mtime_ns}".encode())
    return digest.hexdigest()


def read_stamp(data: Path) -> dict[str, object]:
    """Answer what `write_stamp` wrote; nothing if it never did."""
    try:
        stamp = json.loads((data / FILE).read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(data: Path, stamp: dict[str, object]) -> None:
    """Remember `stamp`; a crash leaves the old one or the new one."""
    unfinished = data / f"{FILE}.unfinished"
    unfinished.write_text(json.dumps(stamp, indent=1))
    unfinished.replace(data / FILE)
