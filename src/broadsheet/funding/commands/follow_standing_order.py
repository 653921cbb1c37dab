"""Recurring gifts that come by standing order: nobody takes them, and only the bank's statements tell of them."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from broadsheet.funding.models import Donation, Interval, Pledge, PledgeState
from broadsheet.funding.periods import in_months
from broadsheet.funding.providers.bank import BANK
from broadsheet.funding.settling import pledge_changed

from .new_gift import free_reference, new_key
from .post_payment import campaign_of

MISSED_AFTER: Final = timedelta(days=40)
"""A month and some: one that was late is not one that has ended."""


def next_gift_of(pledge: Pledge, *, amount: int, at: datetime) -> Donation:
    """Make the gift that a further payment of the standing order `pledge` is."""
    return Donation.objects.create(
        reference=free_reference(),
        key=new_key(),
        campaign=campaign_of(pledge, at),
        donor_id=pledge.donor_id,
        pledge=pledge,
        amount=amount,
        currency=pledge.currency,
        interval=pledge.interval,
        provider=BANK,
        begun_at=at,
    )


@transaction.atomic
def follow_standing_order(pledge: Pledge, *, paid_on: date, at: datetime) -> None:
    """Say of `pledge` that it was paid on `paid_on`, and when the next payment is to be expected."""
    kept = Pledge.objects.select_for_update().get(pk=pledge.pk)
    was = PledgeState(kept.state)
    next_on = in_months(paid_on, Interval(kept.interval).months)
    if kept.next_on is not None and kept.next_on >= next_on and was == PledgeState.ACTIVE:
        return
    kept.state, kept.next_on, kept.ended_at, kept.end_reason = PledgeState.ACTIVE, next_on, None, ""
    kept.save(update_fields=["state", "next_on", "ended_at", "end_reason"])
    if was != PledgeState.ACTIVE:
        pledge_changed(kept, was, at)


def end_missed_orders(*, at: datetime) -> int:
    """End standing orders of which a payment has been missing for weeks; answer how many.

    They are ended at the donor's bank, which does not tell us. One that is paid again goes on.
    """
    missed = Pledge.objects.filter(
        provider=BANK,
        state=PledgeState.ACTIVE,
        next_on__lt=timezone.localdate(at) - MISSED_AFTER,
    )
    return sum(_end(pledge, at=at) for pledge in missed.order_by("pk"))


@transaction.atomic
def _end(pledge: Pledge, *, at: datetime) -> bool:
    kept = Pledge.objects.select_for_update().get(pk=pledge.pk)
    if kept.state != PledgeState.ACTIVE or kept.next_on != pledge.next_on:
        return False
    kept.state, kept.ended_at, kept.end_reason = PledgeState.ENDED, at, "missed"
    kept.next_on = None
    kept.save(update_fields=["state", "ended_at", "end_reason", "next_on"])
    pledge_changed(kept, PledgeState.ACTIVE, at)
    return True
