"""How a person is shown beside their name: a picture they chose, else their initials on a coloured disc."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from django.core.files.storage import default_storage

from .models import User

AVATAR_FOLDER: Final = "avatars"
HUES: Final = 12
"""How many colours of disc there are (`web/css/avatar.css`)."""

_WORD = re.compile(r"[^\s\W_]\S*")
_BRACKETED = re.compile(r"[(\[{].*")


def hue(person_id: int) -> int:
    """Answer which of the colours a person's disc has, always the same: 0 to `HUES` - 1."""
    return person_id % HUES


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """Answer what stands on the disc of who is called `name`: two letters at most, "" for no name.

    The first letters of the first and the last word, where letters have capitals; elsewhere the first sign,
    because two would be a word or a part of none.
    """
    words = _WORD.findall(_BRACKETED.sub("", name)) or name.split()
    if not words:
        return ""
    first, last = _first_sign(words[0]), _first_sign(words[-1])
    has_capitals = first.lower() != first.upper() and last.lower() != last.upper()
    return (first + last).upper() if has_capitals and len(words) > 1 else first.upper()


def avatar_url(avatar: str) -> str:
    """Answer where the picture named `avatar` is; "" for none."""
    return default_storage.url(avatar_path(avatar)) if avatar else ""


def avatar_path(avatar: str) -> str:
    """Answer under which name the picture is stored."""
    return f"{AVATAR_FOLDER}/{avatar}.webp"


def profile_path(handle: str) -> str:
    """Answer the address of a person's public page; "" for no handle."""
    return f"/people/{handle}/" if handle else ""


def profile_path_of(person: User) -> str:
    """Answer the address of `person`'s public page, "" where there is none."""
    return profile_path(person.handle) if person.has_profile else ""


def _first_sign(word: str) -> str:
    """The first character with the marks that stand on it."""
    end = 1
    while end < len(word) and unicodedata.category(word[end])[0] == "M":
        end += 1
    return word[:end]
