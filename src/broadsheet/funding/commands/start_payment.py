from datetime import datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.funding.models import Donation, DonationState
from broadsheet.funding.providers import Instructions, Redirect, provider

from .promise_gift import promise_gift


class GiftOver(Refused):
    """The gift was paid already, or it is waited for no longer."""

    code = "gift-over"
    status = 409
    message = _("This gift is completed, or was begun too long ago. Please begin a new one.")


def start_payment(
    *, donation: Donation, return_to: str, cancel_to: str, at: datetime
) -> Redirect | Instructions:
    """Have the provider of `donation` prepare to take it, and answer where its donor goes on.

    Done again, it leads to the same. A gift that is paid elsewhere is promised, and its donor written to. The
    provider is asked outside of any transaction. Raises `GiftOver`, and the provider's `ProviderAway` and
    `ProviderRefused`.
    """
    if donation.state not in (DonationState.BEGUN, DonationState.PROMISED):
        raise GiftOver
    if donation.expires_at and donation.expires_at <= at:
        raise GiftOver
    ahead = provider(donation.provider).begin(donation, return_to=return_to, cancel_to=cancel_to)
    if isinstance(ahead, Instructions):
        promise_gift(donation=donation, expires_at=ahead.expires_at, at=at)
        return ahead
    # Not over what the provider has meanwhile told us it calls the payment.
    Donation.objects.filter(pk=donation.pk, provider_object="").update(
        provider_object=ahead.provider_object, expires_at=ahead.expires_at
    )
    donation.refresh_from_db()
    return ahead
