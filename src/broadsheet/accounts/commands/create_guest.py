from datetime import datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import NAME_LENGTH, Strength, User
from broadsheet.core.errors import Refused
from broadsheet.core.statements import Insertion
from broadsheet.core.text import normalise_name

_insert = Insertion(User)


class NameMissing(Refused):
    """A guest gave no name that anybody could read."""

    code = "name-missing"
    status = 422
    message = _("Please give a name that readers can see.")


def create_guest(*, name: str, email: str = "", at: datetime) -> User:
    """Make a person known only by `name`, and by the signed key their browser will be given.

    `email` is kept as a claim and proves nothing. Raises `NameMissing` if nothing of `name` is visible.
    """
    return keep_guest(guest=new_guest(name=name, email=email, at=at))


def create_silent_guest(*, at: datetime) -> User:
    """Make a person who has a key but has said nothing yet, not even a name: somebody who voted."""
    return keep_guest(guest=User(name="", strength=Strength.GUEST, joined_at=at))


def new_guest(*, name: str, email: str = "", at: datetime) -> User:
    """Answer a guest who is written down nowhere yet: `keep_guest` does. Raises `NameMissing`."""
    return User(
        name=_visible(name), claimed_email=email.strip(), strength=Strength.GUEST, joined_at=at
    )


def keep_guest(*, guest: User) -> User:
    """Write down a guest made by `new_guest`."""
    _insert(guest)
    return guest


def introduce_guest(*, guest: User, name: str, email: str = "") -> User:
    """Give a silent guest the name under which they now speak. Raises `NameMissing`."""
    guest.name, guest.claimed_email = _visible(name), email.strip()
    guest.save(update_fields=["name", "claimed_email"])
    return guest


def _visible(name: str) -> str:
    visible_name = normalise_name(name)[:NAME_LENGTH].strip()
    if not visible_name:
        raise NameMissing
    return visible_name
