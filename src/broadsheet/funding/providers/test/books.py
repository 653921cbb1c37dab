"""What happens on the other side: somebody pretends to pay, or their card is declined, and we are told."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from broadsheet.core.errors import NotFound
from broadsheet.funding.models import (
    Donation,
    Interval,
    PledgeState,
    PretendedPayment,
    PretendedPledge,
)
from broadsheet.funding.periods import in_months

PAGE_PATH = "/give/pretend/"
SIGNATURE = "Pretended-Signature"
GOOD_FOR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message as it would come over the network."""

    headers: dict[str, str]
    body: bytes


def prepare(
    donation: Donation, *, return_to: str, cancel_to: str, at: datetime
) -> PretendedPayment:
    """Open the pay page for `donation`; it is the same one whenever it is asked for."""
    gross = donation.amount + donation.cover
    with transaction.atomic():
        pledge = None
        if donation.interval != Interval.ONCE:
            pledge, _is_new = PretendedPledge.objects.get_or_create(
                donation=donation.reference,
                defaults={
                    "name": _new_name("plg"),
                    "currency": donation.currency,
                    "amount": gross,
                    "interval": donation.interval,
                    "changed_at": at,
                },
            )
        payment, _is_new = PretendedPayment.objects.get_or_create(
            donation=donation.reference,
            defaults={
                "name": _new_name("pay"),
                "pledge": pledge,
                "currency": donation.currency,
                "amount": gross,
                "return_to": return_to,
                "cancel_to": cancel_to,
                "expires_at": at + GOOD_FOR,
                "changed_at": at,
            },
        )
    return payment


def pretended(name: str) -> PretendedPayment:
    """The payment of this name. Raises `NotFound`."""
    payment = PretendedPayment.objects.filter(name=name).select_related("pledge").first()
    if payment is None:
        raise NotFound
    return payment


def agree(payment: PretendedPayment, *, at: datetime) -> list[Message]:
    """Have `payment` paid, unless it is or its page has expired; answer what we are told of it."""
    with transaction.atomic():
        payment = PretendedPayment.objects.select_for_update().get(pk=payment.pk)
        if payment.settled_at is None and at <= payment.expires_at:
            payment.settled_at, payment.failed_at, payment.changed_at = at, None, at
            payment.save()
            if payment.pledge:
                _continue(payment.pledge, at=at)
    return _all_told(payment)


def decline(payment: PretendedPayment, *, at: datetime) -> list[Message]:
    """Have the card of `payment` declined, unless it is paid; answer what we are told of it."""
    with transaction.atomic():
        payment = PretendedPayment.objects.select_for_update().get(pk=payment.pk)
        if payment.settled_at is None:
            payment.failed_at = payment.changed_at = at
            payment.save()
    return _all_told(payment)


def renew(pledge: PretendedPledge, *, at: datetime) -> list[Message]:
    """Take the next payment of `pledge`, if it is active; answer what we are told of it."""
    with transaction.atomic():
        pledge = PretendedPledge.objects.select_for_update().get(pk=pledge.pk)
        if pledge.state != PledgeState.ACTIVE:
            return []
        payment = PretendedPayment.objects.create(
            name=_new_name("pay"),
            pledge=pledge,
            currency=pledge.currency,
            amount=pledge.amount,
            settled_at=at,
            expires_at=at,
            changed_at=at,
        )
        _continue(pledge, at=at)
    return _all_told(payment)


def told(kind: str, subject: str) -> Message:
    """A signed message that something about `subject` has changed."""
    body = json.dumps({"id": _new_name("evt"), "kind": kind, "subject": subject}).encode()
    return Message(headers={SIGNATURE: signature(body)}, body=body)


def signature(body: bytes) -> str:
    """What proves that `body` is the pretended provider's own."""
    return salted_hmac("broadsheet.funding.providers.test", body, algorithm="sha256").hexdigest()


def _continue(pledge: PretendedPledge, *, at: datetime) -> None:
    pledge.state = PledgeState.ACTIVE
    pledge.next_on = in_months(timezone.localdate(at), Interval(pledge.interval).months)
    pledge.changed_at = at
    pledge.save()


def _all_told(payment: PretendedPayment) -> list[Message]:
    messages = [told("payment.changed", payment.name)]
    if payment.pledge:
        messages.insert(0, told("pledge.changed", payment.pledge.name))
    return messages


def _new_name(prefix: str) -> str:
    return f"{prefix}_{secrets.token_urlsafe(16)}"
