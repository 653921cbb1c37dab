"""Asking a provider what is so, and writing down what we did not know."""

import logging
from datetime import datetime

from broadsheet.core.errors import Refused
from broadsheet.funding.facts import PaymentSnapshot
from broadsheet.funding.models import Donation, InboundEvent, Pledge
from broadsheet.funding.providers import (
    PayoutSnapshot,
    PledgeSnapshot,
    Provider,
    ProviderAway,
    provider,
)

from .post_payment import GiftUnknown, post_payment
from .post_payout import post_payout
from .update_pledge import update_pledge

logger = logging.getLogger(__name__)

__all__ = ["GiftUnknown", "ask_about_gift", "ask_about_pledge", "ask_provider"]


def ask_provider(
    *, provider: Provider, subject: str, at: datetime, event: InboundEvent | None = None
) -> bool:
    """Ask `provider` about `subject`, and post what it says. Answers whether anything of it was new.

    With a payment of a pledge goes what is now so about the pledge, because the message about that may be
    lost, or late. `at` is before the provider is asked. Raises `GiftUnknown`, and what the provider raises.
    """
    snapshot = provider.snapshot(subject)
    match snapshot:
        case PaymentSnapshot():
            is_new = snapshot.pledge and _ask_about_its_pledge(provider, snapshot.pledge, at=at)
            return post_payment(snapshot=snapshot, event=event, at=at) or bool(is_new)
        case PledgeSnapshot():
            return update_pledge(snapshot=snapshot, at=at)
        case PayoutSnapshot():
            return post_payout(snapshot=snapshot, event=event, at=at)
        case None:
            return False


def ask_about_gift(*, donation: Donation, at: datetime) -> bool:
    """Ask the provider of `donation` about it, as when its donor comes back from paying.

    Answers whether anything was new. What cannot be asked about, or not be posted, is left alone. Raises
    `ProviderAway`.
    """
    if not donation.provider_object:
        return False
    try:
        return ask_provider(
            provider=provider(donation.provider), subject=donation.provider_object, at=at
        )
    except ProviderAway:
        raise
    except Refused as refusal:
        # Nothing a donor can help; the provider's message, or the night, brings it to the desk.
        logger.warning("What is said of %s could not be posted: %s", donation, refusal.sentence)
        return False


def ask_about_pledge(*, pledge: Pledge, at: datetime) -> bool:
    """Ask the provider of `pledge` what has become of it, as after it was told to cancel it."""
    if not pledge.provider_object:
        return False
    return ask_provider(provider=provider(pledge.provider), subject=pledge.provider_object, at=at)


def _ask_about_its_pledge(provider: Provider, pledge: str, *, at: datetime) -> bool:
    snapshot = provider.snapshot(pledge)
    return isinstance(snapshot, PledgeSnapshot) and update_pledge(snapshot=snapshot, at=at)
