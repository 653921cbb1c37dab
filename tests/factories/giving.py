"""Gifts that donors begin themselves, by the way of paying that pretends."""

from broadsheet.funding import commands
from broadsheet.funding.models import Interval
from factories.moments import NOON


def begin_gift(campaign, **wish):
    """A gift of 25, once: needs the option `funding_test`."""
    usual = {
        "amount": 2_500,
        "cover": 0,
        "currency": campaign.currency,
        "interval": Interval.ONCE,
        "provider": "test",
        "email": "dana@example.org",
        "name": "Dana",
        "at": NOON,
    }
    return commands.begin_donation(campaign=campaign, **{**usual, **wish})
