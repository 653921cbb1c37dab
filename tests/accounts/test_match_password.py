"""match_password …"""

from broadsheet.accounts import commands
from factories.people import confirmed

GOOD = "ferry quarrel mackerel"


def match(password, email="cleo@example.org"):
    return commands.match_password(email=email, password=password)


def test_answers_whose_it_is(db):
    cleo = commands.set_password(person=confirmed(), password=GOOD)
    assert match(GOOD) == cleo
    assert match(GOOD, "CLEO@example.org ") == cleo
    assert match("wrong") is None
    assert match(GOOD, "who@example.org") is None


def test_nobody_has_the_empty_one(db):
    cleo = confirmed()
    assert match("") is None
    commands.remove_password(person=cleo)
    assert match("") is None
