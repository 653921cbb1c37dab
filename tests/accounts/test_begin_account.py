"""recognise and begin_account …"""

import pytest

from broadsheet.accounts import commands
from broadsheet.accounts.models import Strength, User
from factories.moments import NOON
from factories.people import again, confirmed, guest, imported


def recognise(email, guest=None):
    return commands.recognise(email=email, guest=guest, at=NOON)


def begin(name, email="nora@example.org", guest=None):
    return commands.begin_account(name=name, email=email, guest=guest, at=NOON)


def test_recognises_whose_confirmed_address_it_is(db):
    cleo = confirmed()
    assert recognise("CLEO@example.org") == cleo


def test_recognises_nobody_by_an_address_they_only_claimed(db):
    guest(email="gus@example.org")
    imported(email="gus@example.org")
    assert recognise("gus@example.org") is None


def test_makes_the_guest_of_this_browser_somebody_with_an_account(db):
    gus = guest()
    assert recognise("gus@example.org", gus) == gus
    assert (again(gus).strength, again(gus).email) == (Strength.ACCOUNT, "gus@example.org")


def test_begins_an_account_under_a_name(db):
    nora = begin("  Nora\u200b ")
    assert (nora.name, nora.email, nora.strength) == ("Nora", "nora@example.org", Strength.ACCOUNT)


def test_keeps_the_votes_of_who_only_voted(db):
    silent = commands.create_silent_guest(at=NOON)
    assert recognise("nora@example.org", silent) is None
    assert begin("Nora", guest=silent) == silent


@pytest.mark.parametrize("name", ["", "\u200b", "Cleo", "Сleo"])
def test_refuses_names_that_nobody_may_have(db, name):
    confirmed()
    before = User.objects.count()
    with pytest.raises(commands.NameRefused):
        begin(name)
    assert User.objects.count() == before
