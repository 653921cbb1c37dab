"""make_visit_site, renew_visit_key, limit_visit_roles, retire_visit_site …"""

import pytest
from cryptography.hazmat.primitives.asymmetric import ed448, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import connection

from broadsheet.accounts import commands
from broadsheet.accounts.models import VisitSite
from broadsheet.core.errors import NotFound
from factories.moments import NOON
from factories.visits import make_site, new_key_pair, token

pytestmark = pytest.mark.django_db


def redeem(site, **said):
    made = token(site, **said)
    return commands.redeem_visit(site_key=site.key, token=made, at=NOON).person


def test_keeps_no_secret_in_the_table():
    site = make_site()

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT t::text FROM {VisitSite._meta.db_table} t")
        assert site.secret not in cursor.fetchone()[0]


def test_gives_each_site_a_secret_of_its_own():
    assert make_site("a").secret != make_site("b").secret


def pem(private):
    return (
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    )


@pytest.mark.parametrize(
    "public_key",
    [
        "",
        "ssh-ed25519 AAAA",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        pem(rsa.generate_private_key(public_exponent=65_537, key_size=2_048)),
        pem(ed448.Ed448PrivateKey.generate()),
    ],
)
def test_takes_a_public_key_of_ed25519_and_no_other(public_key):
    with pytest.raises(commands.PublicKeyRefused):
        make_site(algorithm="EdDSA", public_key=public_key)


def test_takes_no_public_key_beside_a_secret():
    _private, public = new_key_pair()
    with pytest.raises(commands.PublicKeyRefused):
        make_site(public_key=public)


def test_another_secret_ends_the_one_before_and_keeps_the_members():
    site = make_site()
    person = redeem(site)
    old = token(site)

    renewed = commands.renew_visit_key(site=site)

    with pytest.raises(commands.VisitRefused):
        commands.redeem_visit(site_key=site.key, token=old, at=NOON)
    assert redeem(renewed) == person


def test_fewer_roles_end_those_that_were_given():
    site = make_site(most_role="MODERATOR")
    person = redeem(site, role="moderator")

    commands.limit_visit_roles(site=site, most_role="READER")

    person.refresh_from_db()
    assert not person.is_staff
    assert not redeem(site, role="moderator").is_staff


def test_a_retired_site_lets_nobody_in_and_its_moderators_are_readers():
    site = make_site(most_role="MODERATOR")
    person = redeem(site, role="moderator")

    commands.retire_visit_site(site=site, at=NOON)

    person.refresh_from_db()
    assert not person.is_staff
    with pytest.raises(NotFound):
        redeem(site)
