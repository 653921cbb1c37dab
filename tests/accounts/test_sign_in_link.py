"""sign_in_link …"""

import re

import pytest
import time_machine
from django.utils import timezone

from broadsheet.accounts import commands, queries
from factories.moments import minutes

NOW = timezone.now()


@pytest.fixture(autouse=True)
def at_that_moment():
    """However long ago this file was read: codes are good for ten minutes, and whole runs take longer."""
    with time_machine.travel(NOW):
        yield


def test_says_for_which_address_as_long_as_it_works(db, postbox):
    commands.begin_sign_in(email="ada@example.org", at=NOW)
    secret = re.search(r"/link/([\w-]+)/", postbox.letter.text)[1]
    assert queries.sign_in_link(secret, at=NOW) == "ada@example.org"
    assert queries.sign_in_link(secret, at=NOW + minutes(10)) is None
    assert queries.sign_in_link("another", at=NOW) is None

    commands.confirm_by_link(secret=secret, at=NOW)
    assert queries.sign_in_link(secret, at=NOW) is None
