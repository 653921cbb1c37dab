from datetime import UTC, date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.facts import PaymentSnapshot, facts
from broadsheet.funding.models import (
    BankEntry,
    ByHand,
    Campaign,
    Donation,
    DonationState,
    EntryState,
)
from broadsheet.funding.money import LARGEST, Money
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.references import read_references

from .new_gift import donor_of, free_reference, new_key
from .post_facts import post_facts
from .write_audit import write_audit


class GiftOfNothing(Refused):
    code = "gift-of-nothing"
    status = 422
    message = _("A gift is of more than nothing, and came on a day that has been.")


class NotByHand(Refused):
    code = "not-by-hand"
    status = 409
    message = _("Only a gift that was promised by bank transfer can be recorded by hand.")


class EntryWaits(Refused):
    code = "entry-waits"
    status = 409
    message = _(
        "An entry of the bank with this reference waits under Bank: say there that it is this gift."
    )


@transaction.atomic
def record_gift(  # noqa: PLR0913 - a gift is made of this much, and each by its name
    *,
    campaign: Campaign,
    given: Money,
    way: ByHand,
    day: date,
    name: str = "",
    email: str = "",
    note: str,
    submission_key: str,
    recorder: User | None,
    at: datetime,
) -> Donation:
    """Write down a gift for `campaign` that came by hand on `day`, as received.

    `recorder` is None for the program itself, in the sample newspaper.
    Of the donor as much is kept as is known: nobody, a name, an address. Sent again under the same
    `submission_key`, it is the same gift. Raises `GiftOfNothing`, and what `post_facts` raises.
    """
    if recorder is not None:
        policy.require(Permission.RECORD_OFFLINE, recorder)
    if not 0 < given.minor <= LARGEST or day > timezone.localdate(at):
        raise GiftOfNothing
    donation, is_new = Donation.objects.get_or_create(
        submission_key=submission_key,
        defaults={
            "reference": free_reference(),
            "key": new_key(),
            "campaign": campaign,
            "donor": donor_of(name=name, email=email, at=at),
            "amount": given.minor,
            "currency": given.currency,
            "provider": way.value,
            "begun_at": at,
        },
    )
    if is_new:
        _receive(donation, day=day, recorder=recorder, note=note, at=at)
    return donation


@transaction.atomic
def receive_promised(
    *, donation: Donation, day: date, note: str, recorder: User, at: datetime
) -> None:
    """Write down that the promised `donation` came by bank transfer on `day`, though no statement says so.

    When one does later, it is known to be this. Raises `NotByHand` for what is not promised or comes another way,
    `GiftOfNothing` for a day to come, and `EntryWaits` where a statement says its reference already.
    """
    donation = Donation.objects.select_for_update(of=("self",)).get(pk=donation.pk)
    policy.require(Permission.RECORD_OFFLINE, recorder)
    if day > timezone.localdate(at):
        raise GiftOfNothing
    waited_for = (DonationState.PROMISED, DonationState.EXPIRED)
    if donation.provider != ByHand.BANK or donation.state not in waited_for:
        raise NotByHand
    waiting = BankEntry.objects.filter(state=EntryState.WAITING, amount__gt=0)
    if any(
        donation.reference in read_references(text)
        for text in waiting.values_list("text", flat=True)
    ):
        raise EntryWaits
    _receive(donation, day=day, recorder=recorder, note=note, at=at)


def _receive(
    donation: Donation, *, day: date, recorder: User | None, note: str, at: datetime
) -> None:
    snapshot = PaymentSnapshot(
        provider=donation.provider,
        payment=f"hand-{donation.reference}",
        donation=donation.reference,
        pledge="",
        currency=donation.currency,
        amount=donation.amount + donation.cover,
        settled_at=_moment(day, at),
        failed=False,
        is_test=False,
        fee=None,
        fee_id="",
    )
    post_facts(
        donation=donation,
        facts=facts(snapshot, gift=donation.amount),
        actor=recorder,
        reason=note,
        at=at,
    )
    write_audit(
        actor=recorder,
        action="gift-recorded",
        subject=donation,
        after={
            "amount": donation.amount,
            "currency": donation.currency,
            "way": donation.provider,
            "day": day.isoformat(),
        },
        reason=note,
        at=at,
    )


def _moment(day: date, at: datetime) -> datetime:
    """Noon of `day` in the newspaper's zone, for nobody wrote the hour down; today, now."""
    if day == timezone.localdate(at):
        return at
    zone = timezone.get_default_timezone()
    return datetime.combine(day, time(12), tzinfo=zone).astimezone(UTC)
