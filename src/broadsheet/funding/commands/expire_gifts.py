from datetime import datetime, timedelta

from django.db.models import Q

from broadsheet.funding.models import Donation, DonationState

GRACE = timedelta(days=1)
"""After its page has closed, a provider may still tell us late that a gift was paid on it."""
NEVER_LED_ON = timedelta(days=2)
"""A gift this old without a page was given up, or its provider was away."""


def expire_gifts(*, at: datetime) -> int:
    """Wait no longer for gifts that were begun and never paid; answer for how many.

    What is heard of one all the same is posted as ever. Promised ones are `expire_promises`'s.
    """
    given_up = Q(expires_at__lte=at - GRACE) | Q(expires_at=None, begun_at__lte=at - NEVER_LED_ON)
    begun = Donation.objects.filter(given_up, state=DonationState.BEGUN)
    return begun.update(state=DonationState.EXPIRED)
