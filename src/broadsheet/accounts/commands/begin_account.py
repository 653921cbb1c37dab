from contextlib import suppress
from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.accounts.names import NameRefused

from .confirm_email import confirm_email, holder_of
from .create_guest import create_guest


def recognise(*, email: str, guest: User | None, at: datetime) -> User | None:
    """Answer who comes in with the address `email`, which they have shown to be theirs; None for somebody new.

    Whoever comes in has an account from then on. A `guest` who wrote under a name in this browser keeps all of
    it; unless somebody else has the name by now: then they need another. Raises what else `confirm_email`
    raises.
    """
    holder = holder_of(email)
    if holder is not None:
        return confirm_email(person=holder, email=email, wants_account=True, at=at)
    if guest is not None and guest.name:
        with suppress(NameRefused):
            return confirm_email(person=guest, email=email, wants_account=True, at=at)
    return None


@transaction.atomic
def begin_account(*, name: str, email: str, guest: User | None, at: datetime) -> User:
    """Make somebody new an account under `name`, with the address `email`, which they have shown to be theirs.

    The `guest` of this browser, who has only voted so far or needs another name, becomes them. Raises
    `NameRefused`, and what `confirm_email` raises.
    """
    person = guest or create_guest(name=name, at=at)
    return confirm_email(person=person, email=email, name=name, wants_account=True, at=at)
