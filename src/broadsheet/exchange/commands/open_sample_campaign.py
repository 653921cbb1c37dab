from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from broadsheet.exchange.sample.campaign import SampleCampaign, SampleGift
from broadsheet.funding import commands
from broadsheet.funding.models import ByHand, Campaign, CampaignKind, Metric
from broadsheet.funding.money import Money


@transaction.atomic
def open_sample_campaign(*, sample: SampleCampaign, at: datetime) -> None:
    """Raise money for the sample newspaper: the month's goal, what was given in cash, and an ask of its readers.

    The gifts stand in the ledger like any others, so what the meter shows is true of it. Does nothing where
    there is a campaign already.
    """
    if Campaign.objects.exists():
        return
    first = timezone.localdate(at).replace(day=1)
    terms = commands.CampaignTerms(
        title=sample.title,
        kind=CampaignKind.MONTH,
        metric=Metric.AMOUNT,
        goal=sample.goal,
        currency=sample.currency,
        month_start_day=1,
        starts_on=first,
        ends_on=None,
        is_default=True,
    )
    campaign = commands.open_campaign(slug=sample.slug, terms=terms, actor=None, at=at)
    for number, gift in enumerate(sample.gifts):
        _record(gift, campaign, key=f"sample-{number}", at=at)
    ask = commands.write_ask(
        campaign=campaign,
        name=sample.ask.name,
        wordings=[commands.Wording(**words) for words in sample.ask.wordings],
        most_views=sample.ask.most_views,
        in_days=sample.ask.in_days,
        actor=None,
        at=at,
    )
    commands.switch_ask(ask=ask, is_on=True, actor=None, at=at)


def _record(gift: SampleGift, campaign: Campaign, *, key: str, at: datetime) -> None:
    today = timezone.localdate(at)
    commands.record_gift(
        campaign=campaign,
        given=Money(gift.amount, campaign.currency),
        way=ByHand.CASH,
        day=max(today - timedelta(days=gift.days_ago), today.replace(day=1)),
        note=gift.note,
        submission_key=key,
        recorder=None,
        at=at,
    )
