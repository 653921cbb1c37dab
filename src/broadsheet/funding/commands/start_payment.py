from datetime import datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.funding.models import Donation, DonationState
from broadsheet.funding.providers import Instructions, Redirect, provider


class GiftOver(Refused):
    """The gift was paid already, or it is waited for no longer."""

    code = "gift-over"
    status = 409
    message = _("This gift is completed, or was begun too long ago. Please begin a new one.")


def start_payment(
    *, donation: Donation, return_to: str, cancel_to: str, at: datetime
) -> Redirect | Instructions:
    """Have the provider of `donation` prepare to take it, and answer where its donor goes on.

    Done again, it leads to the same. The provider is asked outside of any transaction. Raises `GiftOver`, and
    `ProviderAway` and `ProviderRefused` of the provider.
    """
    if donation.state not in (DonationState.BEGUN, DonationState.PROMISED):
        raise GiftOver
    if donation.expires_at and donation.expires_at <= at:
        raise GiftOver
    ahead = provider(donation.provider).begin(donation, return_to=return_to, cancel_to=cancel_to)
    open_gift = Donation.objects.filter(
        pk=donation.pk, state__in=[DonationState.BEGUN, DonationState.PROMISED]
    )
    if isinstance(ahead, Instructions):
        open_gift.update(state=DonationState.PROMISED, expires_at=ahead.expires_at)
    else:
        # Not over what the provider has meanwhile told us it calls the payment.
        open_gift.filter(provider_object="").update(
            provider_object=ahead.provider_object, expires_at=ahead.expires_at
        )
    donation.refresh_from_db()
    return ahead
