"""The shape of what people send. What it means is the commands' business."""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django import forms
from django.db import transaction
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


class PasskeyForm(forms.Form):
    """What a browser says after asking its authenticator (WebAuthn's `PublicKeyCredential.toJSON`)."""

    credential = forms.JSONField()


class SecondFactorForm(AuthenticateForm):
    """A code of an authenticator app, which is good once for all workers, or a recovery code."""

    def clean_code(self) -> str:
        """Answer the code; allauth has compared it, and remembers what was used only in one process."""
        code: str = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not _spend(
            self.authenticator, code
        ):
            raise get_adapter().validation_error("incorrect_code")
        return code


def _spend(app: Authenticator, code: str) -> bool:
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
