from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from broadsheet.accounts.models import User
from broadsheet.funding.models import Ask
from broadsheet.funding.policy import Permission, policy


@dataclass(frozen=True, kw_only=True)
class AskLine:
    """One ask in `funding/desk/asks.html`."""

    id: int
    name: str
    campaign: str
    wordings: int
    is_on: bool
    made_at: datetime


def ask_list(*, viewer: User) -> list[AskLine]:
    """Every ask there was, the newest first, for the desk. One query. Raises `NotAllowed`."""
    policy.require(Permission.VIEW_MONEY, viewer)
    asks = Ask.objects.select_related("campaign").annotate(wordings=Count("variants"))
    return [
        AskLine(
            id=ask.pk,
            name=ask.name,
            campaign=ask.campaign.title,
            wordings=ask.wordings,
            is_on=ask.is_on,
            made_at=ask.made_at,
        )
        for ask in asks.order_by("-made_at", "-pk")
    ]
