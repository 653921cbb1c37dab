"""restore_person …"""

import pytest

from broadsheet.accounts.commands import restore_person
from broadsheet.accounts.models import Strength
from factories.moments import NOON


def test_writes_down_who_somebody_was_elsewhere(db):
    person = restore_person(
        name="Grace", email="grace@example.org", website="https://grace.example/", joined_at=NOON
    )
    assert (person.strength, person.email, person.claimed_email) == (
        Strength.IMPORTED,
        None,
        "grace@example.org",
    )


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_calls_nobody_by_no_name(db, name):
    assert restore_person(name=name, joined_at=NOON).name == "Anonymous"


def test_gives_the_papers_mark_and_no_right(db):
    person = restore_person(name="Ines", is_newsroom=True, joined_at=NOON)
    assert (person.speaks_for_the_paper, person.is_staff) == (True, False)
