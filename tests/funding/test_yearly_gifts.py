"""Once a year: asked for so, taken so, and said so."""

from datetime import date

import pytest

from broadsheet.funding.models import Donation, Interval
from factories.funding import open_campaign
from factories.giver import Giver
from factories.stripe import begin, gifts, hear_all

pytestmark = pytest.mark.django_db


def test_is_said_on_the_button_and_begun_as_such(client, options):
    options(funding_test=True)
    open_campaign(slug="ferry", currency="USD", is_default=True)
    giver = Giver(client)

    asked = giver.send(interval="YEAR", amount_ONCE=None, amount_YEAR="6000")
    assert "Give 60\xa0$ per year" in asked.text
    giver.confirm(asked)

    gift = Donation.objects.get()
    assert (gift.interval, gift.amount) == (Interval.YEAR, 6_000)
    assert (gift.pledge.interval, gift.pledge.amount) == (Interval.YEAR, 6_000)


def test_stripe_takes_it_once_a_year(stripe, campaign):
    _gift, page = begin(campaign, interval=Interval.YEAR, amount=6_000)
    _method, _path, asked = stripe.asked[-1]
    assert asked["line_items"][0]["price_data"]["recurring"] == {"interval": "year"}

    stripe.pay(page)
    stripe.renew("sub_1")
    hear_all(stripe)

    first, second = gifts()
    assert (first.interval, second.interval) == (Interval.YEAR, Interval.YEAR)
    assert (first.counts_on, second.counts_on) == (date(2026, 11, 22), date(2027, 11, 22))
