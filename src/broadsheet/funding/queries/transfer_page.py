"""How to send one gift by bank transfer."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from broadsheet.core.errors import NotFound
from broadsheet.funding.models import Donation, DonationState, Interval
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.providers.bank import (
    BANK,
    QrCode,
    TransferInstructions,
    transfer_code,
    transfer_instructions,
)


@dataclass(frozen=True, kw_only=True)
class TransferPage:
    """What `funding/transfer_page.html` shows. `interval` is empty for a gift that is given once."""

    title: str
    key: str
    amount: str
    interval: str
    received_on: date | None
    is_over: bool
    is_written_to: bool
    until: date | None
    transfer: TransferInstructions | None
    code: QrCode | None


def transfer_page(key: str, *, at: datetime) -> TransferPage:
    """The page of the gift with this `key`, which only its donor knows. Three queries. Raises `NotFound`."""
    gift = Donation.objects.filter(key=key, provider=BANK).select_related("donor").first()
    if gift is None:
        raise NotFound
    language = get_language() or ""
    amount = money_text(Money(gift.amount + gift.cover, gift.currency), language)
    is_received = gift.state == DonationState.SETTLED and gift.settled_at is not None
    return TransferPage(
        title=_("Thank you") if is_received else _("Your gift of %(amount)s") % {"amount": amount},
        key=gift.key,
        amount=amount,
        interval=gift.interval if gift.interval != Interval.ONCE else "",
        received_on=gift.counts_on if is_received else None,
        is_over=gift.state == DonationState.EXPIRED,
        is_written_to=bool(gift.donor and gift.donor.email),
        until=timezone.localdate(gift.expires_at) if gift.expires_at else None,
        transfer=None if is_received else transfer_instructions(gift, language=language, at=at),
        code=None if is_received else transfer_code(gift, at=at),
    )
