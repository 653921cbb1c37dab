"""sign_in_link …"""

import re

from django.utils import timezone

from broadsheet.accounts import commands, queries
from factories.moments import minutes

NOW = timezone.now()


def test_says_for_which_address_as_long_as_it_works(db, postbox):
    commands.begin_sign_in(email="ada@example.org", at=NOW)
    secret = re.search(r"/link/([\w-]+)/", postbox.letter.text)[1]
    assert queries.sign_in_link(secret, at=NOW) == "ada@example.org"
    assert queries.sign_in_link(secret, at=NOW + minutes(10)) is None
    assert queries.sign_in_link("another", at=NOW) is None

    commands.confirm_by_link(secret=secret, at=NOW)
    assert queries.sign_in_link(secret, at=NOW) is None
