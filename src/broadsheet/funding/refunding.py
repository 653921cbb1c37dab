"""How much of a gift can still be given back, and whether one person may say so alone."""

from decimal import ROUND_CEILING, Decimal

from .currencies import units
from .ledger import balances
from .models import Donation, RefundState
from .options import REFUND_ALONE_UP_TO

OPEN = (RefundState.WAITING, RefundState.AGREED)
STANDING = (*OPEN, RefundState.SENT)


def left_to_refund(donation: Donation) -> int:
    """Answer how much of `donation` is still here, and not asked back already, in its minor units. Two queries."""
    transfers = list(donation.transfers.select_related("debit", "credit"))
    held = balances((one.debit.code, one.credit.code, one.amount) for one in transfers)
    requests = list(donation.refund_requests.filter(state__in=STANDING))
    # Of those that were sent, what the provider has not told us of yet.
    told = sum(one.amount for one in transfers if one.kind == "refund")
    sent = sum(one.amount for one in requests if one.state == RefundState.SENT)
    asked = sum(one.amount for one in requests if one.state in OPEN)
    return max(held.given + held.covered - held.returned - asked - max(sent - told, 0), 0)


def needs_two(donation: Donation, amount: int) -> bool:
    """Whether `amount` more of `donation` may be given back only if a second person agrees.

    What was asked back of it before counts with it, so that many small refunds are one large one.
    """
    before = donation.refund_requests.filter(state__in=STANDING)
    whole = amount + sum(request.amount for request in before)
    in_campaign = _in_campaigns_currency(donation, whole)
    if in_campaign is None:
        return True
    return in_campaign > REFUND_ALONE_UP_TO.value * units(donation.campaign.currency)


def _in_campaigns_currency(donation: Donation, amount: int) -> int | None:
    """At the rate at which the gift was taken; None where nobody knows one."""
    if donation.currency == donation.campaign.currency:
        return amount
    taken = donation.transfers.exclude(rate=None).first()
    if taken is None or taken.rate is None:
        return None
    return int((Decimal(amount) * taken.rate).to_integral_value(rounding=ROUND_CEILING))
