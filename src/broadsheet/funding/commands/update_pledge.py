"""Writing down what a provider says about a recurring gift."""

from datetime import datetime

from django.db import transaction

from broadsheet.core.events import publish
from broadsheet.funding.events import MeterChanged
from broadsheet.funding.models import Donation, Pledge, PledgeState
from broadsheet.funding.money import Money
from broadsheet.funding.providers import PledgeSnapshot
from broadsheet.funding.settling import pledge_changed

from .post_payment import GiftUnknown


@transaction.atomic
def update_pledge(*, snapshot: PledgeSnapshot, at: datetime) -> bool:
    """Let the pledge that `snapshot` is about be as it says; answers whether anything has changed.

    `at` is when the provider was asked, or before: what it was asked for earlier and answered later is not
    believed. A pledge that is not ours is left alone; raises `GiftUnknown` if it must be ours and is not known.
    Publishes `MeterChanged`, because some meters add up what is promised.
    """
    pledge = _pledge_of(snapshot)
    if pledge is None or (pledge.asked_at and at < pledge.asked_at):
        return False
    before = _content(pledge)
    was = PledgeState(pledge.state)
    pledge.provider_object = snapshot.pledge
    pledge.is_test = snapshot.is_test
    # Before its first payment has come a pledge is begun, whatever the provider calls it.
    if snapshot.state != PledgeState.BEGUN or was == PledgeState.BEGUN:
        pledge.state = snapshot.state
    pledge.next_on = snapshot.next_on
    pledge.paused_until = snapshot.paused_until
    pledge.ends_on = snapshot.ends_on
    pledge.ended_at = snapshot.ended_at
    pledge.end_reason = snapshot.end_reason or pledge.end_reason
    _follow_amount(pledge, snapshot)
    pledge.asked_at = at
    pledge.save()
    if pledge.state != was:
        pledge_changed(pledge, was, at)
    is_changed = _content(pledge) != before
    if is_changed and not pledge.is_test:
        publish(MeterChanged(campaign_id=pledge.campaign_id))
    return is_changed


def _pledge_of(snapshot: PledgeSnapshot) -> Pledge | None:
    pledges = Pledge.objects.select_for_update().filter(provider=snapshot.provider)
    known = pledges.filter(provider_object=snapshot.pledge).first()
    if known or not snapshot.donation:
        return known
    begun_by = Donation.objects.filter(
        reference=snapshot.donation, provider=snapshot.provider, pledge__isnull=False
    )
    pledge_id = begun_by.values_list("pledge_id", flat=True).first()
    if pledge_id is None:
        raise GiftUnknown
    return pledges.get(pk=pledge_id)


def _follow_amount(pledge: Pledge, snapshot: PledgeSnapshot) -> None:
    """Donors may change it with the provider: the gift and its cover keep their proportion."""
    gross = pledge.amount + pledge.cover
    if snapshot.amount > 0 and snapshot.amount != gross and snapshot.currency == pledge.currency:
        parts = Money(snapshot.amount, pledge.currency).split([pledge.amount, pledge.cover])
        pledge.amount, pledge.cover = (part.minor for part in parts)


def _content(pledge: Pledge) -> tuple[object, ...]:
    return (
        pledge.provider_object,
        pledge.state,
        pledge.next_on,
        pledge.paused_until,
        pledge.ends_on,
        pledge.ended_at,
        pledge.amount,
        pledge.cover,
    )
