"""close_campaign and reopen_campaign …"""

from broadsheet.funding import commands, queries
from broadsheet.funding.models import FundingAudit
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON
from factories.money_desk import may


def test_shows_it_no_longer_and_counts_what_still_comes(mona):
    treasurer = may(mona, "configure")
    campaign = open_campaign(is_default=True)
    gift = promise_gift(campaign)

    for _time in range(2):
        commands.close_campaign(campaign=campaign, actor=treasurer, at=NOON)
    receive(gift)

    campaign.refresh_from_db()
    meter = queries.meter(campaign, NOON)
    assert not campaign.is_default
    assert (meter.is_over, meter.raised) == (True, 2_500)
    for _time in range(2):
        commands.reopen_campaign(campaign=campaign, actor=treasurer, at=NOON)
    campaign.refresh_from_db()
    assert not queries.meter(campaign, NOON).is_over
    acts = FundingAudit.objects.order_by("pk").values_list("action", flat=True)
    assert list(acts) == ["campaign-closed", "campaign-reopened"]
