import secrets
from datetime import datetime

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User, VisitAlgorithm, Visitor, VisitRole, VisitSite
from broadsheet.core.errors import Refused

from .end_sessions import end_sessions

SEED_BYTES = 32
LONGEST_PUBLIC_KEY = 1_000


class PublicKeyRefused(Refused):
    """What was given is no public key of Ed25519, or a key was given where none belongs."""

    code = "public-key-refused"
    status = 422
    message = _(
        "Give the public key as PEM, of Ed25519: it begins with “-----BEGIN PUBLIC KEY-----”."
    )


@transaction.atomic
def make_visit_site(
    *, key: str, name: str, algorithm: str, public_key: str = "", most_role: str, at: datetime
) -> VisitSite:
    """Let a site's members come here signed in. Raises `PublicKeyRefused`.

    Its `secret`, if it signs with one, is to be shown now and not again.
    """
    return VisitSite.objects.create(
        key=key,
        name=name,
        algorithm=VisitAlgorithm(algorithm),
        seed=secrets.token_hex(SEED_BYTES),
        public_key=check_public_key(public_key, algorithm),
        most_role=VisitRole(most_role),
        made_at=at,
    )


@transaction.atomic
def renew_visit_key(*, site: VisitSite, public_key: str = "") -> VisitSite:
    """Give `site` another secret or public key; what was signed by the one before is worth nothing from now on.

    Its members keep their accounts. Raises `PublicKeyRefused`.
    """
    site = VisitSite.objects.select_for_update().get(pk=site.pk)
    site.public_key = check_public_key(public_key, site.algorithm)
    site.seed = secrets.token_hex(SEED_BYTES)
    site.save(update_fields=["public_key", "seed"])
    return site


def rename_visit_site(*, site: VisitSite, name: str) -> None:
    """Call a site what its members call it now."""
    VisitSite.objects.filter(pk=site.pk).update(name=name)


@transaction.atomic
def limit_visit_roles(*, site: VisitSite, most_role: str) -> None:
    """Say what `site` may make of its members. Those who are more are no longer, and are signed out."""
    VisitSite.objects.filter(pk=site.pk).update(most_role=VisitRole(most_role))
    if most_role == VisitRole.READER:
        _take_roles_back(site)


@transaction.atomic
def retire_visit_site(*, site: VisitSite, at: datetime) -> None:
    """Let nobody come from `site` any more; its members are signed out, and what it made of them is undone.

    What they wrote stays theirs: whoever has confirmed an e-mail address comes in by it.
    """
    VisitSite.objects.filter(pk=site.pk, retired_at=None).update(retired_at=at)
    _take_roles_back(site)
    for person in User.objects.filter(visits__site=site).distinct():
        end_sessions(person=person)


def _take_roles_back(site: VisitSite) -> None:
    for visitor in Visitor.objects.filter(site=site, has_role=True).select_related("person"):
        visitor.person.is_staff = False
        visitor.person.save(update_fields=["is_staff"])
    Visitor.objects.filter(site=site).update(has_role=False)


def check_public_key(public_key: str, algorithm: str) -> str:
    """Answer `public_key` as it is kept; empty for who signs with a secret. Raises `PublicKeyRefused`."""
    if algorithm == VisitAlgorithm.HS256:
        if public_key:
            raise PublicKeyRefused
        return ""
    try:
        loaded = load_pem_public_key(public_key.strip()[:LONGEST_PUBLIC_KEY].encode())
    except (ValueError, UnsupportedAlgorithm):
        raise PublicKeyRefused from None
    if not isinstance(loaded, Ed25519PublicKey):
        raise PublicKeyRefused
    return f"{public_key.strip()}\n"
