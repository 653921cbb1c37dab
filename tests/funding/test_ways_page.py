"""ways_page says how the ways of paying are, and which messages wait."""

import pytest

from broadsheet.funding import queries
from factories.money_desk import at_desk, may
from factories.stripe import begin, hear

pytestmark = pytest.mark.django_db

PAGE = "/desk/money/ways/"


@pytest.fixture
def stuck(stripe, campaign):
    """A gift that was paid while Stripe did not answer us; and the message about it."""
    gift, page = begin(campaign)
    stripe.pay(page)
    stripe.failures = [500] * 2
    return gift, hear(stripe.events[-1])


def test_says_what_is_set_up_and_what_is_wrong_with_it(stripe, ed, options):
    options(stripe_fees="1.5%")

    [way] = [
        way
        for way in queries.ways_page(viewer=may(ed, "reconcile")).ways
        if way.is_ready and way.hook
    ]

    assert (way.code, way.hook, way.heard_at) == ("stripe", "/funding/hooks/stripe/", None)
    assert way.trouble[0].startswith("stripe_fees cannot be read at “1.5%”")


def test_shows_those_who_may_what_waits_and_why(stuck, ed):
    shown = at_desk(may(ed, "reconcile")).get(PAGE).content.decode()

    assert "The provider did not answer: It failed" in shown
    assert "cs_1" in shown
    assert at_desk(may(ed, "view_donors")).get(PAGE).status_code == 403
