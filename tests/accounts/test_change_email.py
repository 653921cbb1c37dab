"""begin_email_change, change_email …"""

import re

import pytest
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.models import User


@pytest.fixture
def reader(db):
    guest = commands.create_guest(name="Grace", at=timezone.now())
    return commands.confirm_email(
        person=guest, email="grace@example.org", wants_account=True, at=timezone.now()
    )


def test_writes_a_code_to_the_new_address_and_changes_nothing(reader, postbox):
    attempt = commands.begin_email_change(person=reader, email="New@Example.org", at=timezone.now())

    assert attempt.email == postbox.letter.to == "new@example.org"
    assert re.search(r"^ {4}\d{8}$", postbox.letter.text, re.MULTILINE)
    assert "http" not in postbox.letter.text
    assert User.objects.get(pk=reader.pk).email == "grace@example.org"


def test_makes_it_the_address_and_tells_the_old_one(reader, postbox):
    changed = commands.change_email(person=reader, email="new@example.org", at=timezone.now())

    from allauth.account.models import EmailAddress

    assert changed.email == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", "primary", "verified")) == [
        ("new@example.org", True, True)
    ]
    assert postbox.letter.to == "grace@example.org"
    assert "new@example.org" not in postbox.letter.text


def test_refuses_an_address_that_is_somebody_elses(reader):
    other = commands.create_guest(name="Other", at=timezone.now())
    commands.confirm_email(
        person=other, email="other@example.org", wants_account=True, at=timezone.now()
    )

    with pytest.raises(commands.AddressTaken):
        commands.change_email(person=reader, email="other@example.org", at=timezone.now())

    assert User.objects.get(pk=reader.pk).email == "grace@example.org"
