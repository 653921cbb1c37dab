"""set_password and remove_password …"""

import pytest

from broadsheet.accounts import commands
from factories.people import again, confirmed


def test_keeps_a_digest_alone(db):
    cleo = commands.set_password(person=confirmed(), password="ferry quarrel mackerel")
    assert "ferry" not in again(cleo).password
    assert again(cleo).check_password("ferry quarrel mackerel")


def test_says_why_a_password_will_not_do(db):
    with pytest.raises(commands.PasswordWeak) as refused:
        commands.set_password(person=confirmed(), password="Password123!")
    assert "guess" in refused.value.sentence


def test_hashes_with_argon2_in_production():
    from broadsheet.web.settings import base

    assert base.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
