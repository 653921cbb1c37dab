from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import Campaign
from broadsheet.funding.policy import Permission, policy

from .begin_periods import begin_period
from .write_audit import write_audit


@transaction.atomic
def close_campaign(*, campaign: Campaign, actor: User, at: datetime) -> None:
    """Ask for `campaign` no longer, and show it nowhere by itself; what was given stays counted.

    Money that is still on its way to it is received and counts. Closing it again changes nothing. Publishes
    `CampaignChanged`.
    """
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    policy.require(Permission.CONFIGURE, actor)
    if campaign.closed_at is not None:
        return
    campaign.closed_at = at
    campaign.is_default = False
    campaign.save(update_fields=["closed_at", "is_default"])
    write_audit(actor=actor, action="campaign-closed", subject=campaign, at=at)
    publish(CampaignChanged(campaign_id=campaign.pk))


@transaction.atomic
def reopen_campaign(*, campaign: Campaign, actor: User, at: datetime) -> None:
    """Ask for `campaign` again, which was closed; opening it twice changes nothing.

    Publishes `CampaignChanged`.
    """
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    policy.require(Permission.CONFIGURE, actor)
    if campaign.closed_at is None:
        return
    campaign.closed_at = None
    campaign.save(update_fields=["closed_at"])
    begin_period(campaign=campaign, at=at)
    write_audit(actor=actor, action="campaign-reopened", subject=campaign, at=at)
    publish(CampaignChanged(campaign_id=campaign.pk))
