"""create_guest, create_silent_guest and introduce_guest …"""

import pytest

from broadsheet.accounts import commands
from broadsheet.accounts.models import NAME_LENGTH, Strength, User
from factories.moments import NOON


def test_makes_a_person_whose_address_is_only_a_claim(db):
    guest = commands.create_guest(name="Grace", email="grace@example.org", at=NOON)
    assert (guest.strength, guest.email, guest.claimed_email) == (
        Strength.GUEST,
        None,
        "grace@example.org",
    )
    assert not guest.check_password("")


def test_lets_two_guests_claim_the_same_name_and_address(db):
    for _ in range(2):
        commands.create_guest(name="Grace", email="grace@example.org", at=NOON)
    assert User.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  Grace \n Hopper ", "Grace Hopper"),
        ("Gr\u200bace", "Grace"),
        ("\u202eecarG", "ecarG"),
        ("n" * 99, "n" * NAME_LENGTH),
    ],
)
def test_keeps_names_that_can_be_read(db, given, kept):
    assert commands.create_guest(name=given, at=NOON).name == kept


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\u3164", "\x00"])
def test_refuses_names_that_nobody_can_see(db, name):
    with pytest.raises(commands.NameMissing):
        commands.create_guest(name=name, at=NOON)


def test_gives_a_silent_guest_a_name_when_they_speak(db):
    guest = commands.create_silent_guest(at=NOON)
    assert guest.name == ""
    assert commands.introduce_guest(guest=guest, name="Grace").name == "Grace"
