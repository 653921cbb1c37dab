from datetime import datetime

from django.db import transaction
from django.utils import timezone

from broadsheet.core.events import publish
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import Campaign, CampaignKind, CampaignPeriod
from broadsheet.funding.periods import day_of, period_of


@transaction.atomic
def begin_periods(*, at: datetime) -> int:
    """Freeze the goals of the months that have begun, and answer how many had.

    What campaigns are about to be is locked, so that none changes its goal in between. Publishes
    `CampaignChanged` of each whose month turned.
    """
    monthly = Campaign.objects.filter(closed_at=None, kind=CampaignKind.MONTH)
    begun = [
        campaign
        for campaign in monthly.select_for_update().order_by("pk")
        if begin_period(campaign=campaign, at=at)
    ]
    for campaign in begun:
        publish(CampaignChanged(campaign_id=campaign.pk))
    return len(begun)


def begin_period(*, campaign: Campaign, at: datetime) -> bool:
    """Freeze the goal of the month of `campaign` that it is at `at`, unless it is; whether it was not."""
    if campaign.kind != CampaignKind.MONTH:
        return False
    period = period_of(campaign, day_of(at, timezone.get_default_timezone()))
    _kept, is_new = CampaignPeriod.objects.get_or_create(
        campaign=campaign,
        starts_on=period.starts_on,
        defaults={"ends_before": period.ends_before, "goal": campaign.goal},
    )
    return is_new
