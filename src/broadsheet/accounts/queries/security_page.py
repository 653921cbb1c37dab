"""The ways into one's own account."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from broadsheet.accounts.models import User
from broadsheet.accounts.options import PASSWORDS


@dataclass(frozen=True, kw_only=True)
class PasskeyLine:
    """One passkey, as its owner named it."""

    id: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class SecurityPage:
    """What `accounts/security.html` shows."""

    email: str
    passkeys: list[PasskeyLine]
    app_added_at: datetime | None
    codes_left: int | None
    """None where there is nothing that recovery codes could stand in for."""
    may_have_password: bool
    has_password: bool


def security_page(person: User) -> SecurityPage:
    """Answer by what ways `person` comes in. One query."""
    ways = list(Authenticator.objects.filter(user=person).order_by("pk"))
    of = {way.type: way for way in ways}
    app = of.get(Authenticator.Type.TOTP)
    codes = of.get(Authenticator.Type.RECOVERY_CODES)
    return SecurityPage(
        email=person.email or "",
        passkeys=[
            PasskeyLine(
                id=way.pk,
                name=way.wrap().name,
                added_at=way.created_at,
                used_at=way.last_used_at,
            )
            for way in ways
            if way.type == Authenticator.Type.WEBAUTHN
        ],
        app_added_at=app.created_at if app else None,
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
        may_have_password=PASSWORDS.value,
        has_password=person.has_usable_password(),
    )
