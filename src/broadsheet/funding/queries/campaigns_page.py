"""The campaigns, as the desk sees them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from broadsheet.accounts.models import User
from broadsheet.funding.models import Campaign, ExchangeRate
from broadsheet.funding.policy import Permission, policy

from .meter import Meter, meter


@dataclass(frozen=True, kw_only=True)
class CampaignLine:
    """One campaign; `kind` and `metric` are in words."""

    id: int
    kind: str
    metric: str
    is_default: bool
    is_closed: bool
    meter: Meter


@dataclass(frozen=True, kw_only=True)
class RateLine:
    """One whole unit of `currency` is worth `rate` of `into`, since `since`."""

    currency: str
    into: str
    rate: Decimal
    since: datetime


@dataclass(frozen=True, kw_only=True)
class CampaignsPage:
    """What `funding/desk/campaigns.html` is given."""

    lines: tuple[CampaignLine, ...]
    rates: tuple[RateLine, ...]


def campaigns_page(*, viewer: User, at: datetime) -> CampaignsPage:
    """Answer all campaigns, the one shown first and closed ones last, and the rates in force.

    Two queries, and at most four for each campaign. Raises `NotAllowed`.
    """
    policy.require(Permission.CONFIGURE, viewer)
    campaigns = sorted(
        Campaign.objects.order_by("pk"),
        key=lambda campaign: (campaign.closed_at is not None, not campaign.is_default),
    )
    newest = ExchangeRate.objects.order_by("currency", "into", "-since", "-pk")
    return CampaignsPage(
        lines=tuple(
            CampaignLine(
                id=campaign.pk,
                kind=campaign.get_kind_display(),
                metric=campaign.get_metric_display(),
                is_default=campaign.is_default,
                is_closed=campaign.closed_at is not None,
                meter=meter(campaign, at),
            )
            for campaign in campaigns
        ),
        rates=tuple(
            RateLine(
                currency=rate.currency,
                into=rate.into,
                rate=rate.rate.normalize(),
                since=rate.since,
            )
            for rate in newest.distinct("currency", "into")
        ),
    )
