"""Which names people may have: such as can be read, and cannot be taken for somebody else's or for a mark of ours.

Whoever gives a person a name asks `check_name` first.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from hashlib import blake2b

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.core.statements import Statement
from broadsheet.core.text import normalise_name

from .models import NAME_IS_PROTECTED, NAME_LENGTH, NameChange, User
from .skeletons import drawing, marks_are_heaped, scripts_are_mixed, skeleton

FORMER_NAMES_STAY = timedelta(days=90)
"""How long nobody else may take a name that somebody has given up: until their readers know the new one."""


class NameRefused(Refused):
    """A name cannot be had. The form shows the sentence at its field for the name."""

    code = "name-refused"
    status = 422
    message = _("Please choose another name.")


class NameMissing(NameRefused):
    """A guest gave no name that anybody could read."""

    code = "name-missing"
    message = _("Please give a name that readers can see.")


class NameUnreadable(NameRefused):
    """A name mixes alphabets within a word, or heaps marks on a letter."""

    code = "name-unreadable"
    message = _(
        "Please write each word of the name in one alphabet, and without signs on top of each other."
    )


class NameReserved(NameRefused):
    """A name sounds like an office, or bears what looks like a mark of ours."""

    code = "name-reserved"
    message = _("This name could be taken for a mark of the newsroom. Please choose another one.")


class NameTaken(NameRefused):
    """A name looks like that of somebody else, who has shown who they are."""

    code = "name-taken"
    message = _(
        "Somebody here has this name already, or one that looks like it. Please choose another one,"
        " or sign in if it is yours."
    )


MARKS_OF_TRUST = re.compile("[✓✔☑✅🗸🗹\U0001f6e1\U0001f530©®℠™]")
"""Ticks, shields and the like, by which other places say that somebody is who they say."""

_TAKEN = Statement(
    # Who else wants the name waits here until the first has it: no constraint holds over two columns and tables.
    "SELECT pg_advisory_xact_lock(key) FROM unnest(%(locks)s::bigint[]) AS key",
    """
    SELECT EXISTS (
        SELECT FROM {User} WHERE {protected} AND id <> %(own)s
        AND (name_skeleton = %(skeleton)s OR name_drawing = %(drawing)s)
    ) OR EXISTS (
        SELECT FROM {Former} WHERE was_protected AND changed_at > %(since)s AND person_id <> %(own)s
        AND (name_skeleton = %(skeleton)s OR name_drawing = %(drawing)s)
    )
    """,
    user=User,
    former=NameChange,
    parts={"protected": NAME_IS_PROTECTED},
)


def check_name(name: str, person: User | None = None) -> str:
    """Answer `name` in the form in which it is kept; it is or becomes that of `person`, if there is one.

    Raises `NameMissing`, `NameUnreadable`, `NameReserved` or `NameTaken`, all of them `NameRefused`. Whoever
    speaks for the paper may say so in their name. Inside a transaction the name is the asker's until it ends:
    of two who want it at once, the second is told that it is taken. One statement.
    """
    name = normalise_name(name)[:NAME_LENGTH].strip()
    if not name:
        raise NameMissing
    if marks_are_heaped(name) or any(map(scripts_are_mixed, re.findall(r"[^\W_]+", name))):
        raise NameUnreadable
    if not (person and person.speaks_for_the_paper) and _imitates_a_mark(name):
        raise NameReserved
    if is_taken(name, person):
        raise NameTaken
    return name


def is_taken(name: str, person: User | None = None) -> bool:
    """Whether `name` looks like that of somebody other than `person` who has shown who they are.

    So do the newsroom, who has confirmed an address, and for 90 days who had such a name and gave it up.
    """
    looks = {"skeleton": skeleton(name), "drawing": drawing(name)}
    found = _TAKEN.first(
        **looks,
        own=person.pk if person and person.pk else 0,
        since=timezone.now() - FORMER_NAMES_STAY,
        locks=_locks(looks.values()) if connection.in_atomic_block else [],
    )
    return bool(found and found[0])


def _locks(looks: Iterable[str]) -> list[int]:
    """Answer PostgreSQL's numbers for what two people may not have at once, always in the same order."""
    digests = {blake2b(look.encode(), digest_size=8, person=b"name").digest() for look in looks}
    return sorted(int.from_bytes(digest, "big", signed=True) for digest in digests)


def _imitates_a_mark(name: str) -> bool:
    if MARKS_OF_TRUST.search(name):
        return True
    reserved = _reserved(str(settings.BROADSHEET["site_name"]), get_language() or "")
    return any({skeleton(part), drawing(part)} & reserved for part in _parts(name))


def _parts(name: str) -> Iterator[str]:
    """The whole name, and each word of it, in brackets and after dashes too."""
    yield name
    yield from name.split()
    yield from re.split(r"[\W_]+", name)


@lru_cache(maxsize=32)
def _reserved(site_name: str, language: str) -> frozenset[str]:
    """Answer the looks of what only the newsroom may be called, in English, the site's language and this one."""
    words = {site_name, "Admin", "Sysadmin", "Broadsheet"}
    for one in {"en", settings.LANGUAGE_CODE, language} - {""}:
        with override(one):
            words |= {
                gettext("Newsroom"),
                gettext("Staff"),
                gettext("Moderator"),
                gettext("Moderation"),
                gettext("Editor"),
                gettext("Editors"),
                gettext("Editorial team"),
                gettext("Administrator"),
                gettext("Official"),
                gettext("Verified"),
            }
    return frozenset(look(word) for word in words for look in (skeleton, drawing)) - {""}
