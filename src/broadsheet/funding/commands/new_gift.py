"""What every new gift is given: a reference, a key, and whose it is. For the commands that make one."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.db import connection

from broadsheet.core.text import normalise_name
from broadsheet.funding.models import Donation, Donor, Pledge
from broadsheet.funding.references import new_reference

DONOR_NAME_LENGTH: Final = 120
_KEY_BYTES: Final = 32


def new_key() -> str:
    """A key that opens the page of a gift, and that nobody can guess."""
    return secrets.token_urlsafe(_KEY_BYTES)


def free_reference() -> str:
    """A reference that neither a gift nor a pledge has, so that it says which of all it is."""
    return free_references(1)[0]


def free_references(count: int) -> list[str]:
    """So many of them, each once. Two queries, unless one was taken."""
    free: set[str] = set()
    while len(free) < count:
        drawn = {new_reference() for _each in range(count - len(free))}
        for rows in (Donation.objects, Pledge.objects):
            drawn -= set(rows.filter(reference__in=drawn).values_list("reference", flat=True))
        free |= drawn
    return list(free)


def donor_of(*, name: str, email: str, language: str = "", at: datetime) -> Donor | None:
    """Whoever has this address, else somebody new; None for who is nobody we know.

    Anybody may type anybody's address: so what is known of a donor is not changed by it.
    """
    email = email.strip()
    if email:
        return donors_of({email: name}, language=language, at=at)[email.lower()]
    name = fit_name(name)
    return Donor.objects.create(name=name, language=language, made_at=at) if name else None


def donors_of(names: Mapping[str, str], *, language: str = "", at: datetime) -> dict[str, Donor]:
    """Whoever has these addresses, by them in small letters; made, with the name beside it, if nobody has."""
    if not names:
        return {}
    with connection.cursor() as cursor:
        cursor.executemany(
            _MAKE, [(email, fit_name(name), language, at) for email, name in names.items()]
        )
        cursor.execute(_FIND, [list(names)])
        keys = {email.lower(): key for email, key in cursor.fetchall()}
    found = Donor.objects.in_bulk(set(keys.values()))
    return {email: found[key] for email, key in keys.items()}


def fit_name(name: str) -> str:
    """`name` as a donor's is kept: in one line, and no longer than there is room."""
    return normalise_name(name)[:DONOR_NAME_LENGTH]


# Two gifts may begin at once with the same new address.
_MAKE = """
    INSERT INTO broadsheet_funding_donor (email, name, postal_address, language, made_at)
    VALUES (%s, %s, '', %s, %s) ON CONFLICT DO NOTHING
"""
_FIND = """
    SELECT said.email, donor.id FROM unnest(%s::text[]) AS said (email)
    JOIN broadsheet_funding_donor AS donor ON lower(donor.email) = lower(said.email)
"""
