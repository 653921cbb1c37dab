"""The key that signs sessions and guests' keys: made once for each installation, never part of the code."""

import os
import secrets
from pathlib import Path

FILE = "signing.key"
LENGTH = 64  # bytes of randomness; Django asks for 50 characters


class NoSigningKey(Exception):
    """The data folder holds no usable key; the message is a sentence for the operator."""


def make_signing_key(data: Path) -> bool:
    """Write a new key into `data`, readable by its owner alone; answer False if there is one already."""
    file = data / FILE
    if file.exists():
        return False
    unfinished = data / f"{FILE}.{os.getpid()}"
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(secrets.token_urlsafe(LENGTH))
        opened.flush()
        os.fsync(descriptor)
    try:
        # Unlike a rename, a link never replaces a key that another process was faster to write.
        os.link(unfinished, file)
    except FileExistsError:
        return False
    finally:
        unfinished.unlink()
    return True


def read_signing_key(data: Path) -> str:
    """Answer the key in `data`. Raises `NoSigningKey`."""
    file = data / FILE
    try:
        key = file.read_text().strip()
    except OSError as error:
        raise NoSigningKey(
            f"{file} cannot be read ({error.strerror}): “broadsheet init” makes a new one."
        ) from None
    if len(key) < LENGTH:
        raise NoSigningKey(
            f"{file} is damaged: restore it, or remove it and run “broadsheet init”."
        )
    return key
