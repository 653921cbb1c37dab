"""ways_page says how the ways of paying are, and which messages wait."""

import pytest
from django.utils import timezone

from broadsheet.funding import queries
from broadsheet.funding.models import ProviderPause
from factories.moments import NOON, minutes
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
        for way in queries.ways_page(viewer=may(ed, "reconcile"), at=NOON).ways
        if way.is_ready and way.hook
    ]

    assert (way.code, way.hook, way.heard_at) == ("stripe", "/funding/hooks/stripe/", None)
    assert way.trouble[0].startswith("stripe_fees cannot be read at “1.5%”")


def test_shows_those_who_may_what_waits_and_why(stuck, ed):
    shown = at_desk(may(ed, "reconcile")).get(PAGE).content.decode()

    assert "The provider did not answer: It failed" in shown
    assert "cs_1" in shown
    assert at_desk(may(ed, "view_donors")).get(PAGE).status_code == 403


@pytest.fixture
def pause(stripe):
    now = timezone.now()
    return ProviderPause.objects.create(
        provider="stripe",
        since=now - minutes(5),
        until=now + minutes(25),
        attempts=20,
        declined=16,
    )


def test_shows_until_when_a_way_is_paused_and_why(pause, ed):
    viewer = may(ed, "reconcile")

    shown = at_desk(viewer).get(PAGE).content.decode()

    assert "Paused until" in shown
    assert "16 were declined" in shown
    assert "Open it again now" not in shown
    over = queries.ways_page(viewer=viewer, at=pause.until)
    assert [way.pause for way in over.ways if way.pause] == []


def test_who_may_configure_opens_it_again_and_nobody_else(pause, ed, mona):
    at_desk(may(mona, "reconcile")).post(f"{PAGE}stripe/resume/")
    desk = at_desk(may(ed, "reconcile", "configure"))
    assert "Open it again now" in desk.get(PAGE).content.decode()

    answer = desk.post(f"{PAGE}stripe/resume/", follow=True).content.decode()

    assert "Donors can give this way again." in answer
    assert "Paused until" not in answer
