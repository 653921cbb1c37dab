"""People in every strength, as their commands make them."""

from broadsheet.accounts import commands
from broadsheet.accounts.models import User

from .moments import NOON


def guest(name="Gus", email="", *, at=NOON):
    return commands.create_guest(name=name, email=email, at=at)


def imported(name="Ines", email="", **fields):
    return commands.restore_person(name=name, email=email, joined_at=NOON, **fields)


def confirmed(name="Cleo", email="cleo@example.org", *, at=NOON):
    return commands.confirm_email(person=guest(name), email=email, at=at)


def again(person):
    """The person as they are now."""
    return User.objects.get(pk=person.pk)
