from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused


class PasswordWeak(Refused):
    """A password is short, well known, or the person's own name or address."""

    code = "password-weak"
    status = 422
    message = _("Please choose another password. %(why)s")


def set_password(*, person: User, password: str) -> User:
    """Let `person` sign in with `password`, too; every session of theirs that Django keeps by the old one ends.

    Raises `PasswordWeak` with what the validators in the settings say.
    """
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise PasswordWeak(why=" ".join(error.messages)) from None
    person.set_password(password)
    person.save(update_fields=["password"])
    return person


def remove_password(*, person: User) -> User:
    """Take the password away; the other ways in stay."""
    person.set_unusable_password()
    person.save(update_fields=["password"])
    return person
