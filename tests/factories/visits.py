"""A site whose members come signed in, and the tokens that it makes."""

import base64
import json
from itertools import count

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .moments import NOON

_numbers = count(1)


def make_site(key="members", *, algorithm="HS256", public_key="", most_role="READER"):
    from broadsheet.accounts.commands import make_visit_site

    return make_visit_site(
        key=key,
        name=f"The {key.title()} Club",
        algorithm=algorithm,
        public_key=public_key,
        most_role=most_role,
        at=NOON,
    )


def new_key_pair():
    """A private key of Ed25519, and its public half as PEM."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return private, public.decode()


def claims(site, *, at=NOON, without=(), **said):
    """What a good token says, for a member `sub`; `without` some of it."""
    now = int(at.timestamp())
    good = {
        "aud": site.key,
        "iat": now,
        "exp": now + 60,
        "jti": f"token-{next(_numbers)}",
        "sub": "member-17",
        "name": "Ada Lovelace",
        **said,
    }
    return {name: value for name, value in good.items() if name not in without}


def token(site, *, key=None, algorithm=None, headers=None, **said):
    """A token as the site signs it, or with another `key`, `algorithm` or `headers`."""
    return jwt.encode(
        claims(site, **said),
        site.secret if key is None else key,
        algorithm=algorithm or site.algorithm,
        headers=headers,
    )


def forged(header, payload, signature=b""):
    """A token put together by hand."""

    def part(content):
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    return f"{part(header)}.{part(payload)}.{part(signature)}"
