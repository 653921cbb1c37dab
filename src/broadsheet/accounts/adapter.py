"""How allauth does things here: its letters through our post, its addresses in our domain, nothing in messages.

allauth loads these classes by the names in the settings (`ACCOUNT_ADAPTER`, `MFA_ADAPTER`).
"""

import base64
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.stages import AuthenticateStage
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from broadsheet.core.http import is_own_path
from broadsheet.core.mail import Letter, send

from . import commands, queries
from .guest_key import guest_behind, mark_as_reader, take_back
from .models import User
from .proof import has_proved_recently, has_second_factor, must_use_second_factor
from .staff import works_here

# What the owner of an account is told when something about the ways in has changed.
NEWS = {
    "mfa/email/totp_activated": gettext_lazy("An authenticator app was added to your account."),
    "mfa/email/totp_deactivated": gettext_lazy(
        "The authenticator app was removed from your account."
    ),
    "mfa/email/webauthn_added": gettext_lazy("A passkey was added to your account."),
    "mfa/email/webauthn_removed": gettext_lazy("A passkey was removed from your account."),
    "mfa/email/recovery_codes_generated": gettext_lazy(
        "New recovery codes were made for your account; earlier ones do not work any more."
    ),
    "account/email/password_set": gettext_lazy("A password was set for your account."),
    "account/email/password_changed": gettext_lazy("The password of your account was changed."),
}


class AccountAdapter(DefaultAccountAdapter):
    """What allauth asks of the site about people and their ways in."""

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell `user`, at the confirmed address, what has changed about their account."""
        assert isinstance(user, User)
        if user.email and template_prefix in NEWS:
            news = {
                "news": str(NEWS[template_prefix]),
                "at": timezone.now(),
                "path": reverse("mfa_index"),
            }
            with transaction.atomic():
                send(Letter(to=user.email, template="accounts/mail/account_changed", context=news))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Refuse: every letter of ours has a command that sends it."""
        raise NotImplementedError(template_prefix)

    def add_message(self, *_message: Any, **_options: Any) -> None:
        """Say nothing by a cookie; our pages say themselves what has happened."""

    def is_safe_url(self, url: str) -> bool:
        """Whether `url` is a path of this very origin."""
        return is_own_path(url)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Answer an address that is nobody's: allauth would keep the client's, and we keep none."""
        return "0.0.0.0"  # noqa: S104 - not bound to

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Refuse somebody whose account was closed."""
        raise commands.AddressClosed

    def is_reauthentication_required(self, *, app: str, **_options: Any) -> bool:
        """Whether whoever asks must first prove once more who they are, because it is long ago."""
        person = context.request.user
        return not (person.is_authenticated and has_proved_recently(context.request, person))

    def get_reauthentication_methods(
        self, user: AbstractBaseUser | AnonymousUser
    ) -> list[dict[str, Any]]:
        """Answer where that is done: on one page, by whatever way somebody has."""
        return [{"id": "reauthenticate", "url": reverse("accounts:proof")}]

    def get_login_stages(self) -> list[str]:
        """Answer what stands between the first proof and being signed in: at most the second factor."""
        return [f"{SecondFactorStage.__module__}.{SecondFactorStage.__name__}"]

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **login: Any
    ) -> HttpResponse:
        """Take over what was said in this browser as a guest, and let pages ask for the overlay."""
        assert isinstance(user, User)
        now, guest = timezone.now(), guest_behind(request)
        was_taken_over = guest is not None and commands.take_over_guest(
            guest=guest, person=user, at=now
        )
        to = queries.way_by_what_was_found(user, login["redirect_url"], at=now)
        login["redirect_url"] = _way_by_second_factor(user, to)
        response: HttpResponse = super().post_login(request, user, **login)
        if was_taken_over:
            take_back(response)
        mark_as_reader(response)
        return response


def _way_by_second_factor(person: User, to: str) -> str:
    """The address to lead `person` to: whoever works here and has no second factor sets one up first."""
    if not works_here(person) or has_second_factor(person):
        return to
    return f"{reverse('accounts:security')}?{urlencode({'next': to})}"


class SecondFactorStage(AuthenticateStage):
    """Ask for the second factor of those who have one.

    An authenticator app is always asked for. A passkey alone is a reader's more comfortable way in, and the
    letter stays the other one; whoever works here proves both.
    """

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Answer where the second factor is asked for, and that signing in goes on after it."""
        if not must_use_second_factor(self.login.user):
            return None, True
        response, goes_on = super().handle()
        return response, goes_on


class SecondFactorAdapter(DefaultMFAAdapter):
    """What allauth asks of the site about passkeys and second factors."""

    def _get_site_name(self) -> str:
        return str(settings.BROADSHEET["site_name"])

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Answer how the account is named in an authenticator app."""
        assert isinstance(user, User)
        return user.email or user.name

    def encrypt(self, text: str) -> str:
        """Answer `text` sealed with a key that is not in the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Answer what `encrypt` sealed."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002
        """Answer how a passkey is called before its owner has named it."""
        return gettext("Passkey of %(day)s") % {"day": timezone.localdate().isoformat()}

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Tell as the account's adapter tells."""
        AccountAdapter().send_notification_mail(*args, **kwargs)


def _box() -> Fernet:
    """The box for secrets that must be readable again; its key follows from the site's (HKDF, RFC 5869)."""
    derivation = HKDF(SHA256(), length=32, salt=None, info=b"broadsheet.accounts second factor")
    return Fernet(base64.urlsafe_b64encode(derivation.derive(settings.SECRET_KEY.encode())))
