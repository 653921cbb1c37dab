from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User

from .confirm_email import confirm_email, holder_of
from .create_guest import create_guest, introduce_guest


def recognise(*, email: str, guest: User | None, at: datetime) -> User | None:
    """Answer who comes in with the address `email`, which they have shown to be theirs; None for somebody new.

    A `guest` who wrote under a name in this browser keeps all of it, and now has an account. Raises what
    `confirm_email` raises.
    """
    holder = holder_of(email)
    if holder is not None:
        return confirm_email(person=holder, email=email, at=at)
    if guest is not None and guest.name:
        return confirm_email(person=guest, email=email, wants_account=True, at=at)
    return None


@transaction.atomic
def begin_account(*, name: str, email: str, guest: User | None, at: datetime) -> User:
    """Make somebody new an account under `name`, with the address `email`, which they have shown to be theirs.

    A `guest` who has voted in this browser, but said nothing, becomes them. Raises `NameRefused`, and what
    `confirm_email` raises.
    """
    if guest is None or guest.name:
        person = create_guest(name=name, at=at)
    else:
        person = introduce_guest(guest=guest, name=name)
    return confirm_email(person=person, email=email, wants_account=True, at=at)
