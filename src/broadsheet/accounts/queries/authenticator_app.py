"""A new secret for an authenticator app, as a picture and as text."""

from dataclasses import dataclass

import qrcode
from allauth.mfa.adapter import get_adapter

from broadsheet.accounts.models import User

QUIET_ZONE = 4
"""Modules of light around the code (ISO/IEC 18004)."""


@dataclass(frozen=True, kw_only=True)
class AuthenticatorApp:
    """What `accounts/add_app.html` shows: `picture` is the path of an SVG of `size` by `size` modules."""

    picture: str
    size: int
    secret: str
    address: str


def authenticator_app(person: User, secret: str) -> AuthenticatorApp:
    """Answer how `secret` comes into an app of `person`: by its camera, by an address, or typed."""
    address = get_adapter().build_totp_url(person, secret)
    code = qrcode.QRCode(border=QUIET_ZONE)
    code.add_data(address)
    modules = code.get_matrix()
    return AuthenticatorApp(
        picture="".join(
            f"M{column} {row}h1v1h-1z"
            for row, line in enumerate(modules)
            for column, is_dark in enumerate(line)
            if is_dark
        ),
        size=len(modules),
        secret=" ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        address=address,
    )
