"""Visits at the same moment …"""

from functools import partial

import pytest

from broadsheet.accounts.commands import VisitRefused, redeem_visit
from broadsheet.accounts.models import RedeemedVisit, User, Visitor, VisitSite
from factories.moments import NOON
from factories.together import together
from factories.visits import make_site, token


@pytest.fixture(autouse=True)
def _nothing_is_left(committed):
    yield
    for model in (Visitor, RedeemedVisit, VisitSite):
        model.objects.all().delete()


AT_ONCE = 25  # the tests' server has not many more connections


def at_once(site, tokens):
    """Redeem all `tokens`, 25 at any moment; answer who came in, and how many were refused."""
    people, refused = [], []

    def come(some):
        for one in some:
            try:
                people.append(redeem_visit(site_key=site.key, token=one, at=NOON).person.pk)
            except VisitRefused:
                refused.append(one)

    together(*(partial(come, tokens[first::AT_ONCE]) for first in range(AT_ONCE)))
    return people, len(refused)


def test_of_one_token_fifty_times_let_one_in():
    site = make_site()

    people, refused = at_once(site, [token(site)] * 50)

    assert (len(people), refused) == (1, 49)
    assert RedeemedVisit.objects.count() == 1


def test_of_one_new_member_with_twenty_tokens_make_one_account():
    site = make_site()

    people, refused = at_once(site, [token(site) for _ in range(20)])

    assert (len(people), len(set(people)), refused) == (20, 1, 0)
    assert User.objects.filter(visits__site=site).count() == 1
