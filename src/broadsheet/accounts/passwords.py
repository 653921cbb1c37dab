"""Which passwords are known to everybody, judged here: no password, nor a part of its digest, is sent anywhere."""

import re

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FEWEST_CHARACTERS = 5
"""Different ones: twelve times the same is short."""

_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_AS_LETTERS = str.maketrans("430157@$!", "aeoistasi")


class KnownPasswordValidator(CommonPasswordValidator):
    """Refuse what stands in Django's list of 20,000 passwords from breaches, and what is made of one of them.

    The list's passwords are short; people make long ones of them by digits and signs at the ends, by
    numerals for letters, and by saying them twice. All of that is undone before the list is asked.
    """

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002 - as Django asks
        """Raise `ValidationError` for a password that is among the first that are tried."""
        if len(set(password)) < FEWEST_CHARACTERS or self._is_known(password.lower().strip()):
            raise ValidationError(
                _("This one is among the first that are tried by those who guess."),
                code="password_too_common",
            )

    def _is_known(self, password: str) -> bool:
        cores = {_once(password), _once(_ENDS.sub("", password))}
        cores |= {core.translate(_AS_LETTERS) for core in cores}
        cores |= {_once(_ENDS.sub("", core)) for core in cores}
        return any(core in self.passwords for core in cores)


def _once(text: str) -> str:
    """What `text` is the repetition of, if it is one."""
    again = (text + text).find(text, 1)
    return text[:again] if 0 < again < len(text) else text
