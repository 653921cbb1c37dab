"""Writing down what a provider says about a payment."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.funding.facts import PaymentSnapshot, facts
from broadsheet.funding.models import (
    IMPORTED,
    Campaign,
    Donation,
    DonationState,
    InboundEvent,
    Pledge,
)
from broadsheet.funding.money import Money

from .new_gift import free_reference, new_key
from .note_attempt import note_outcome
from .post_facts import post_facts

UNSETTLED = (DonationState.BEGUN, DonationState.PROMISED)


class GiftUnknown(Refused):
    code = "gift-unknown"
    status = 404
    message = _("It is about a gift we do not know.")


class PaidOtherwise(Refused):
    code = "paid-otherwise"
    status = 409
    message = _("The gift %(reference)s is in %(wanted)s, but was paid in %(paid)s.")


@transaction.atomic
def post_payment(
    *, snapshot: PaymentSnapshot, event: InboundEvent | None = None, at: datetime
) -> bool:
    """Post what of `snapshot` the ledger does not know, and answer whether there was anything.

    A payment of a pledge that is no gift of ours yet becomes one once it is settled. What has not been paid says
    only how far the gift has come. Raises `GiftUnknown`, `PaidOtherwise`, and what `post_facts` raises.
    """
    gift = _gift_of(snapshot) or _renewal(snapshot, at=at)
    if gift is None:
        return False
    if snapshot.currency != gift.currency:
        raise PaidOtherwise(reference=gift.reference, wanted=gift.currency, paid=snapshot.currency)
    if gift.is_test != snapshot.is_test and not gift.transfers.exists():
        gift.is_test = snapshot.is_test
        gift.save(update_fields=["is_test"])
    if snapshot.declined or snapshot.settled_at:
        note_outcome(donation=gift, key=snapshot.payment, declined=snapshot.declined, at=at)
    if snapshot.settled_at is None:
        return _note_progress(gift, snapshot)
    transfers = post_facts(
        donation=gift, facts=facts(snapshot, gift=gift.amount), event=event, at=at
    )
    if gift.provider_object != snapshot.payment:
        Donation.objects.filter(pk=gift.pk).update(provider_object=snapshot.payment)
    return bool(transfers)


def gift_part(snapshot: PaymentSnapshot) -> int | None:
    """Answer how much of what was paid is the gift; None if it is no gift of ours. Writes nothing."""
    try:
        gift = _gift_of(snapshot)
    except GiftUnknown:
        return None
    if gift is not None:
        return gift.amount
    pledge = _renewed_pledge(snapshot)
    return _parts(pledge, snapshot.amount)[0] if pledge else None


def _gift_of(snapshot: PaymentSnapshot) -> Donation | None:
    gifts = Donation.objects.filter(provider=snapshot.provider)
    if snapshot.donation:
        gift = gifts.filter(reference=snapshot.donation).first()
        if gift is None:
            raise GiftUnknown
        return gift
    return gifts.filter(provider_object=snapshot.payment).first()


def _renewal(snapshot: PaymentSnapshot, *, at: datetime) -> Donation | None:
    """The gift that a later payment of a pledge is, made now; None where it is not paid, or nobody's pledge."""
    pledge = _renewed_pledge(snapshot)
    if pledge is None or snapshot.settled_at is None:
        return None
    amount, cover = _parts(pledge, snapshot.amount)
    gift = Donation(
        reference=free_reference(),
        key=new_key(),
        campaign=campaign_of(pledge, snapshot.settled_at),
        donor_id=pledge.donor_id,
        pledge=pledge,
        amount=amount,
        cover=cover,
        currency=snapshot.currency,
        interval=pledge.interval,
        provider=snapshot.provider,
        provider_object=snapshot.payment,
        is_test=snapshot.is_test,
        begun_at=snapshot.settled_at,
    )
    try:
        with transaction.atomic():
            gift.save(force_insert=True)
    except IntegrityError:  # somebody else has heard of it at the same time
        return Donation.objects.get(provider=snapshot.provider, provider_object=snapshot.payment)
    return gift


def _renewed_pledge(snapshot: PaymentSnapshot) -> Pledge | None:
    """The pledge of ours that was paid again; None where it is not, or the payment was imported."""
    pledges = Pledge.objects.filter(provider=snapshot.provider, provider_object=snapshot.pledge)
    pledge = pledges.select_related("campaign").first() if snapshot.pledge else None
    if pledge is None or snapshot.settled_at is None or _was_imported(snapshot):
        return None
    return pledge


def _was_imported(snapshot: PaymentSnapshot) -> bool:
    """Whether it stands in the ledger from a file, in which the pledge's payments before were brought."""
    known = f"{snapshot.provider}:{snapshot.payment}"
    return Donation.objects.filter(provider=IMPORTED, provider_object=known).exists()


def _parts(pledge: Pledge, gross: int) -> tuple[int, int]:
    """What of a payment is the gift, and what covers the fee: in the proportion of the pledge."""
    gift, cover = Money(gross, pledge.currency).split([pledge.amount, pledge.cover])
    return gift.minor, cover.minor


def campaign_of(pledge: Pledge, settled_at: datetime) -> Campaign:
    """A campaign that is over takes nothing more: then it is for the one shown."""
    campaign = pledge.campaign
    day = timezone.localdate(settled_at)
    if campaign.closed_at is None and not (campaign.ends_on and campaign.ends_on < day):
        return campaign
    return Campaign.objects.filter(is_default=True, closed_at=None).first() or campaign


def _note_progress(gift: Donation, snapshot: PaymentSnapshot) -> bool:
    if snapshot.failed and gift.state in UNSETTLED:
        state = DonationState.FAILED
    elif snapshot.promised and gift.state not in (DonationState.PROMISED, DonationState.SETTLED):
        state = DonationState.PROMISED
    else:
        return False
    # Not over one that was settled in the meantime.
    return bool(Donation.objects.filter(pk=gift.pk, state=gift.state).update(state=state))
