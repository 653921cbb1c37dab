"""What tests of funding have besides the cast."""

import pytest

from factories.funding import open_campaign
from factories.giver import proofs_of_less_work
from factories.stripe import options_for
from factories.stripe_stand_in import StripeStandIn


@pytest.fixture
def stripe(options):
    """Something that stands in for Stripe, whose key and secret the newsroom has set."""
    with StripeStandIn() as stripe:
        options(**options_for(stripe))
        yield stripe


@pytest.fixture
def campaign(db):
    return open_campaign(is_default=True)


@pytest.fixture
def proofs(monkeypatch):
    """Proofs of less work than is usual, each to be used once."""
    return proofs_of_less_work(monkeypatch)
