from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import Campaign, ExchangeRate
from broadsheet.funding.policy import Permission, policy

from .write_audit import write_audit

FINEST = Decimal("1e-9")
"""Rates have nine decimals."""
LARGEST_RATE = Decimal(10) ** 9


class RateUnclear(Refused):
    code = "rate-unclear"
    status = 422
    message = _("A rate is between two currencies that there are, and more than nothing.")


@transaction.atomic
def set_exchange_rate(
    *, currency: str, into: str, rate: Decimal, actor: User, at: datetime
) -> ExchangeRate:
    """Say that one whole unit of `currency` is worth `rate` of `into` from now on: so gifts in it can be taken.

    What was counted stays as it is. Raises `RateUnclear`. Publishes `CampaignChanged` of campaigns in `into`.
    """
    policy.require(Permission.CONFIGURE, actor)
    if currency == into or not {currency, into} <= EXPONENTS.keys():
        raise RateUnclear
    if not rate.is_finite() or not FINEST <= rate < LARGEST_RATE:
        raise RateUnclear
    kept = ExchangeRate.objects.create(
        currency=currency, into=into, rate=rate.quantize(FINEST), since=at, set_by=actor
    )
    write_audit(actor=actor, action="rate-set", subject=kept, after={"rate": str(kept)}, at=at)
    for campaign in Campaign.objects.filter(currency=into, closed_at=None).order_by("pk"):
        publish(CampaignChanged(campaign_id=campaign.pk))
    return kept
