"""take_over_guest …"""

from broadsheet.accounts import commands
from factories.moments import NOON
from factories.people import again, confirmed, guest


def test_makes_what_the_guest_did_theirs(db):
    gus, cleo = guest(), confirmed()
    assert commands.take_over_guest(guest=gus, person=cleo, at=NOON)
    assert gus.merges_away.get().target == cleo


def test_takes_nothing_over_to_who_works_here(db, mona):
    gus = guest()
    assert not commands.take_over_guest(guest=gus, person=mona, at=NOON)
    assert again(gus).name == "Gus"


def test_keeps_nobody_out_because_two_cannot_be_one(db):
    cleo = confirmed()
    assert not commands.take_over_guest(guest=cleo, person=cleo, at=NOON)
