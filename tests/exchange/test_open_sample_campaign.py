"""open_sample_campaign …"""

from datetime import UTC, datetime

import pytest

from broadsheet.exchange.commands import open_sample_campaign
from broadsheet.exchange.sample import read_campaign
from broadsheet.funding import queries
from broadsheet.funding.asks import Place
from broadsheet.funding.models import Campaign, Transfer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("day", [1, 22])
def test_the_meter_shows_what_the_ledger_holds_on_any_day_of_a_month(day):
    at = datetime(2026, 11, day, 9, tzinfo=UTC)

    open_sample_campaign(sample=read_campaign(), at=at)
    open_sample_campaign(sample=read_campaign(), at=at)

    shown = queries.meter_shown(at=at).meter
    assert shown.text.replace("\xa0", " ") == "300 $ of 5,000 $ raised"
    assert sum(one.amount for one in Transfer.objects.all()) == shown.raised == 30_000
    assert Campaign.objects.count() == 1
    assert queries.ask_shown(place=Place.ABOVE, page="article:1", at=at).words
