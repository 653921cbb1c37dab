from datetime import datetime

from django.utils.translation import gettext

from broadsheet.accounts.models import Strength, User
from broadsheet.accounts.names import check_name
from broadsheet.core.statements import Insertion

_insert = Insertion(User)


def create_guest(*, name: str, email: str = "", at: datetime) -> User:
    """Make a person known only by `name`, and by the signed key their browser will be given.

    `email` is kept as a claim and proves nothing. Raises `NameRefused`.
    """
    return keep_guest(guest=new_guest(name=name, email=email, at=at))


def create_silent_guest(*, at: datetime) -> User:
    """Make a person who has a key but has said nothing yet, not even a name: somebody who voted."""
    return keep_guest(guest=User(name="", strength=Strength.GUEST, joined_at=at))


def new_guest(*, name: str, email: str = "", at: datetime) -> User:
    """Answer a guest who is written down nowhere yet: `keep_guest` does. Raises `NameRefused`."""
    return User(
        name=check_name(name), claimed_email=email.strip(), strength=Strength.GUEST, joined_at=at
    )


def keep_guest(*, guest: User) -> User:
    """Write down a guest made by `new_guest`."""
    _insert(guest)
    return guest


def introduce_guest(*, guest: User, name: str, email: str = "") -> User:
    """Give a silent guest the name under which they now speak. Raises `NameRefused`."""
    guest.name, guest.claimed_email = check_name(name, guest), email.strip()
    guest.save(update_fields=["name", "claimed_email"])
    return guest


def create_nameless_person(*, at: datetime) -> User:
    """Make somebody to whom words are left whose author wanted to be forgotten; nobody can be them."""
    return User.objects.create(
        name=gettext("(name withdrawn)"), strength=Strength.IMPORTED, is_active=False, joined_at=at
    )
