"""begin_periods: a month begins without waiting for a payment."""

from datetime import UTC, date, datetime

from broadsheet.core import events
from broadsheet.funding import commands
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import CampaignPeriod
from factories.funding import open_campaign
from factories.moments import NOON


def test_freezes_the_goals_of_the_month_once_and_tells(
    db, settings, django_capture_on_commit_callbacks
):
    settings.TIME_ZONE = "Asia/Kolkata"
    heard = []
    events.subscribe(CampaignChanged)(heard.append)
    campaign = open_campaign(goal=700)
    open_campaign(kind="ROLLING")
    open_campaign(closed_at=NOON)

    with django_capture_on_commit_callbacks(execute=True):
        begun = [
            commands.begin_periods(at=datetime(2026, 11, day, 18, minute, tzinfo=UTC))
            for day, minute in ((30, 29), (30, 30), (30, 31))
        ]

    assert begun == [1, 1, 0]
    assert heard == [CampaignChanged(campaign_id=campaign.pk)] * 2
    periods = CampaignPeriod.objects.order_by("starts_on")
    assert list(periods.values_list("starts_on", "ends_before", "goal")) == [
        (date(2026, 11, 1), date(2026, 12, 1), 700),
        (date(2026, 12, 1), date(2027, 1, 1), 700),
    ]
