from dataclasses import dataclass
from datetime import date

from broadsheet.core.errors import NotFound
from broadsheet.funding.models import Donation, DonationState, Interval
from broadsheet.funding.money import Money
from broadsheet.funding.providers import Ability, provider


@dataclass(frozen=True, kw_only=True)
class ThanksPage:
    """What has become of a gift, for whoever has its address: for `funding/thanks.html`.

    `is_awaited`: it was begun with somebody who will tell us.
    """

    gift: Donation
    amount: Money
    cover: Money
    gross: Money
    state: DonationState
    comes_again: bool
    next_on: date | None
    is_awaited: bool
    is_offline: bool


def thanks_page(*, key: str) -> ThanksPage:
    """What has become of the gift of this `key`, which only its donor was told. One query. Raises `NotFound`."""
    gift = Donation.objects.select_related("campaign", "pledge").filter(key=key).first()
    if gift is None:
        raise NotFound
    is_offline = Ability.OFFLINE in provider(gift.provider).abilities
    state = DonationState(gift.state)
    return ThanksPage(
        gift=gift,
        amount=Money(gift.amount, gift.currency),
        cover=Money(gift.cover, gift.currency),
        gross=Money(gift.amount + gift.cover, gift.currency),
        state=state,
        comes_again=gift.interval != Interval.ONCE,
        next_on=gift.pledge.next_on if gift.pledge else None,
        is_awaited=state in (DonationState.BEGUN, DonationState.PROMISED) and not is_offline,
        is_offline=is_offline,
    )
