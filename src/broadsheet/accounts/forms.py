"""The shape of what people send. What it means is the commands' business."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm
from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .models import NAME_LENGTH

CODE_LENGTH = 40
PASSWORD_LENGTH = 1_000


class EmailForm(forms.Form):
    """An address to write to."""

    email = forms.EmailField(
        max_length=254,
        error_messages={
            "required": _("Please give your e-mail address."),
            "invalid": _("This does not look like an e-mail address, such as ada@example.org."),
        },
    )


class CodeForm(forms.Form):
    """A code that was sent, or that an app shows."""

    code = forms.CharField(
        max_length=CODE_LENGTH, error_messages={"required": _("Please type the code.")}
    )


class NameForm(forms.Form):
    """A name; which ones may be had, `names` says."""

    name = forms.CharField(required=False, max_length=10 * NAME_LENGTH)


class NewPasswordForm(forms.Form):
    """A password that somebody wants to have; whether it will do, `set_password` says."""

    password = forms.CharField(
        max_length=PASSWORD_LENGTH,
        strip=False,
        error_messages={"required": _("Please type a password.")},
    )


class PasswordForm(EmailForm, NewPasswordForm):
    """An address and the password that belongs to it."""


class ErasureForm(forms.Form):
    """What shall become of somebody's words, and whether they are sure."""

    words = forms.ChoiceField(choices=[("keep", _("keep")), ("erase", _("erase"))])
    is_sure = forms.BooleanField(required=False)


class ProfileForm(forms.Form):
    """What somebody wants others to see of them; `change_profile` says which links will do."""

    link = forms.Field(required=False)
    is_public = forms.BooleanField(required=False)
    is_listed = forms.BooleanField(required=False)

    def links(self) -> list[str]:
        """The links as they were sent, in their order; there is a field for each."""
        return self.data.getlist("link") if isinstance(self.data, QueryDict) else []


class PictureForm(forms.Form):
    """A file that is said to be a picture; whether it is one, `pictures` says."""

    picture = forms.FileField(error_messages={"required": _("Please choose a file first.")})


class PasskeyForm(AuthenticateWebAuthnForm):
    """What a browser says after asking for a passkey of `user` (WebAuthn's `PublicKeyCredential.toJSON`)."""

    def clean_credential(self) -> Authenticator:
        """Answer the passkey."""
        with _broken_ones_refused():
            return super().clean_credential()


class PasskeySignInForm(PasskeyForm):
    """The same of whoever it may be: the passkey says itself whose it is."""

    passwordless = True

    def __init__(self, data: Any) -> None:
        """Read `data`."""
        super().__init__(user=None, data=data)


class NewPasskeyForm(AddWebAuthnForm):
    """What a browser says after making a passkey, and how its owner calls it."""

    def clean(self) -> dict[str, Any]:
        """Answer both."""
        with _broken_ones_refused():
            answer: dict[str, Any] = super().clean()
        return answer


@contextmanager
def _broken_ones_refused() -> Iterator[None]:
    """Refuse what fido2 stumbles over: it reads bytes from anybody, and raises what it meets first."""
    try:
        yield
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        struct.error,
    ):
        raise get_adapter().validation_error("incorrect_code") from None


class SecondFactorForm(AuthenticateForm):
    """A code of an authenticator app, which is good once for all workers, or a recovery code."""

    def clean_code(self) -> str:
        """Answer the code; allauth has compared it, and remembers what was used only in one process."""
        code: str = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not spend_step(
            self.authenticator, code
        ):
            raise get_adapter().validation_error("incorrect_code")
        return code


def spend_step(app: Authenticator, code: str) -> bool:
    """Spend the half minute that `code` is of, and all before it (RFC 6238, section 5.2)."""
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(pk=app.pk)
        secret = decrypt(kept.data["secret"])
        steps = [
            step
            for step in totp.yield_hotp_counters_from_time()
            if compare_user_code(
                actual=code, expected=totp.format_hotp_value(totp.hotp_value(secret, step))
            )
        ]
        if not steps or max(steps) <= kept.data.get("spent_step", 0):
            return False
        kept.data["spent_step"] = max(steps)
        kept.save(update_fields=["data"])
    return True


class ClaimForm(EmailForm):
    """A guest's address, and a name for who has only voted so far; which ones may be had, `names` says."""

    name = forms.CharField(required=False, max_length=10 * NAME_LENGTH)
