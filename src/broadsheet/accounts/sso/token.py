"""From a site's signed token to what it says, or to the reason why it is none.

The token is a JWT (RFC 7519) signed in compact form (RFC 7515). What RFC 8725 warns of is not left to the
token: the site decides the algorithm and the key, no header leads to another one, and every claim has one form.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import jwt
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _
from jwt.types import Options

from broadsheet.accounts.models import VisitAlgorithm, VisitRole, VisitSite
from broadsheet.accounts.models.visit_site import SUBJECT_LENGTH
from broadsheet.core.errors import Refused

LONGEST_TOKEN = 4_096
LONGEST_LIFE_SECONDS = 5 * 60
CLOCKS_DIFFER_SECONDS = 60
NAME_LENGTH = 200
ID_LENGTH = 255
ONLY_THE_SIGNATURE: Options = {
    "verify_signature": True,
    "verify_exp": False,
    "verify_iat": False,
    "verify_nbf": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
    "require": [],
}
"""All that concerns time and form is looked at here: the library looks at its own clock, and takes more forms."""

HEADERS = {"alg", "typ", "kid"}
"""What may stand in a token's header; `kid` is not looked at, for a site has one key."""


class VisitRefused(Refused):
    """A token signs nobody in; `reason` says why, to the developer of the site that made it."""

    code = "visit-refused"
    status = 403
    message = _(
        "You could not be signed in. Go back to %(site)s and try again. (To its developer: %(reason)s.)"
    )


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What a site says of its member, proven to be from it. `email` and `name` are only said, and may be empty."""

    site: VisitSite
    token_id: str
    subject: str
    expires_at: datetime
    name: str
    email: str
    role: VisitRole


def read_visit(token: str, *, site: VisitSite, at: datetime) -> Visit:
    """Answer what `token` says, if `site` has signed it and it is good at that moment.

    Does not look whether it was used before. Raises `VisitRefused`.
    """
    claims = _Claims(_proven(token, site), site)
    claims.refuse_unless(claims.said["aud"] == site.key, "aud is not this site's key")
    expires_at = _refuse_untimely(claims, at)
    return Visit(
        site=site,
        token_id=claims.word("jti", ID_LENGTH),
        subject=_subject(claims),
        expires_at=expires_at,
        name=claims.word("name", NAME_LENGTH, is_needed=False),
        email=_email(claims),
        role=_role(claims),
    )


def _proven(token: str, site: VisitSite) -> dict[str, Any]:
    if not token or len(token) > LONGEST_TOKEN or not token.isascii():
        raise VisitRefused(site=site.name, reason="it is no token, or too long")
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") != site.algorithm:
            raise VisitRefused(site=site.name, reason=f"alg has to be {site.algorithm}")
        if set(header) - HEADERS or str(header.get("typ", "JWT")).upper() != "JWT":
            raise VisitRefused(
                site=site.name, reason="only alg, typ and kid may stand in its header"
            )
        key = site.secret if site.algorithm == VisitAlgorithm.HS256 else site.public_key
        claims: dict[str, Any] = jwt.decode(
            token, key, algorithms=[site.algorithm], options=ONLY_THE_SIGNATURE
        )
    except (jwt.PyJWTError, ValueError, TypeError, AttributeError, RecursionError):
        raise VisitRefused(site=site.name, reason="its signature is not right") from None
    missing = {"aud", "exp", "iat", "jti", "sub"} - set(claims)
    if missing:
        raise VisitRefused(site=site.name, reason=f"{', '.join(sorted(missing))} must be in it")
    return claims


class _Claims:
    """What a token says, read with the care that a stranger's JSON needs."""

    def __init__(self, said: dict[str, Any], site: VisitSite) -> None:
        self.said = said
        self.site = site

    def refuse_unless(self, is_right: bool, reason: str) -> None:  # noqa: FBT001 - reads as a sentence
        if not is_right:
            raise VisitRefused(site=self.site.name, reason=reason)

    def word(self, name: str, length: int, *, is_needed: bool = True) -> str:
        """A text of 1 to `length` printable characters; empty if it is missing and need not be there."""
        word = self.said.get(name)
        if word is None and not is_needed:
            return ""
        is_word = isinstance(word, str) and len(word) <= length and word.isprintable()
        self.refuse_unless(bool(is_word and (word or not is_needed)), f"{name} is not a text")
        return str(word)

    def second(self, name: str) -> int:
        """A moment in whole seconds since 1970, in this era."""
        second = self.said[name]
        is_whole = isinstance(second, int) and not isinstance(second, bool)
        self.refuse_unless(is_whole and 0 < second < 2**33, f"{name} is not in whole seconds")
        return int(second)


def _refuse_untimely(claims: _Claims, at: datetime) -> datetime:
    now = at.timestamp()
    expires, issued = claims.second("exp"), claims.second("iat")
    claims.refuse_unless(expires > now, "it has expired (exp)")
    claims.refuse_unless(
        expires <= now + LONGEST_LIFE_SECONDS and expires - issued <= LONGEST_LIFE_SECONDS,
        "exp may be 5 minutes away at most",
    )
    claims.refuse_unless(issued <= now + CLOCKS_DIFFER_SECONDS, "iat lies in the future")
    if "nbf" in claims.said:
        begins = claims.second("nbf")
        claims.refuse_unless(begins <= now + CLOCKS_DIFFER_SECONDS, "nbf lies in the future")
    return datetime.fromtimestamp(expires, tz=UTC)


def _subject(claims: _Claims) -> str:
    """People change their addresses, and addresses change their people."""
    subject = claims.word("sub", SUBJECT_LENGTH)
    claims.refuse_unless("@" not in subject, "sub must be a lasting id, not an e-mail address")
    return subject


def _email(claims: _Claims) -> str:
    email = claims.word("email", 254, is_needed=False).strip().lower()
    if email:
        try:
            validate_email(email)
        except ValidationError:
            claims.refuse_unless(False, "email is not an address")  # noqa: FBT003
    return email


def _role(claims: _Claims) -> VisitRole:
    """Never more than the site may give, and nothing for a word we do not know."""
    role = claims.word("role", ID_LENGTH, is_needed=False).upper()
    may = claims.site.most_role == VisitRole.MODERATOR
    return VisitRole.MODERATOR if may and role == VisitRole.MODERATOR else VisitRole.READER
