"""Giving a gift back: asked for by one person, agreed to by another, sent by the provider or by hand."""

from datetime import UTC, date, datetime, time
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound, Refused
from broadsheet.funding.facts import REFUNDS, TEST, Fact
from broadsheet.funding.models import (
    AT_BANK,
    Donation,
    DonationState,
    EntryMatch,
    RefundRequest,
    RefundState,
    near,
)
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.providers import Ability, ProviderRefused, provider
from broadsheet.funding.refunding import left_to_refund, needs_two

from .ask_provider import ask_about_gift
from .correct_ledger import ReasonNeeded
from .post_facts import post_facts
from .posting import locked
from .write_about_refund import tell_who_asked, tell_who_may_agree
from .write_audit import write_audit

SENDING: Final = "funding.send_refund"
"""The name of the job that asks a provider to send one refund (`tasks.py`)."""


class TooMuchToRefund(Refused):
    code = "too-much-to-refund"
    status = 409
    message = _("More than nothing can be given back, and not more than is still here of the gift.")


class OnlyWholly(Refused):
    code = "only-wholly"
    status = 409
    message = _("This way of paying can give a gift back only as a whole.")


class RefundDecided(Refused):
    code = "refund-decided"
    status = 409
    message = _("That has been decided already.")


@transaction.atomic
def ask_refund(
    *, donation: Donation, amount: int, reason: str, asker: User, at: datetime
) -> RefundRequest:
    """Ask that `amount` minor units of `donation`, gross, go back to where they came from.

    Up to what the option `refund_alone_up_to` says, it is agreed thereby and goes on its way; beyond, a second
    person has to agree, and everybody who may is written to. Raises `TooMuchToRefund`, `OnlyWholly` and
    `ReasonNeeded`.
    """
    chosen = Donation.objects.select_for_update(of=("self",)).select_related("campaign")
    donation = chosen.get(pk=donation.pk)
    policy.require(Permission.REFUND, asker)
    if not reason.strip():
        raise ReasonNeeded
    _refuse(donation, amount)
    is_agreed = not needs_two(donation, amount)
    request = RefundRequest.objects.create(
        donation=donation,
        amount=amount,
        reason=reason.strip(),
        state=RefundState.AGREED if is_agreed else RefundState.WAITING,
        asked_by=asker,
        asked_at=at,
    )
    _keep(request, "refund-asked", actor=asker, at=at)
    if is_agreed:
        _send_later(request)
    else:
        tell_who_may_agree(request)
    return request


@transaction.atomic
def agree_to_refund(*, request: RefundRequest, actor: User, at: datetime) -> None:
    """Let a refund go on its way that somebody else asked for, and write to them. Raises `RefundDecided`."""
    request = _locked(request, RefundState.WAITING)
    policy.require(Permission.APPROVE_REFUND, actor, request)
    _decide(request, RefundState.AGREED, actor=actor, at=at)
    _keep(request, "refund-agreed", actor=actor, at=at)
    tell_who_asked(request, is_by_hand=not is_sent_by_provider(request.donation))
    _send_later(request)


@transaction.atomic
def decline_refund(*, request: RefundRequest, actor: User, at: datetime) -> None:
    """Let a refund not be made that waits for a second person: who asked may take it back, or is written to.

    Raises `RefundDecided`.
    """
    request = _locked(request, RefundState.WAITING)
    if request.asked_by_id == actor.pk:
        policy.require(Permission.REFUND, actor)
        _decide(request, RefundState.DECLINED, actor=None, at=at)
    else:
        policy.require(Permission.APPROVE_REFUND, actor, request)
        _decide(request, RefundState.DECLINED, actor=actor, at=at)
        tell_who_asked(request, is_by_hand=False)
    _keep(request, "refund-declined", actor=actor, at=at)


def send_refund(*, request_id: int, at: datetime) -> None:
    """Have the provider send an agreed refund, once; that it did is known from what it says of the gift.

    What it refuses has failed, and says why. Raises `ProviderAway`, after which it is to be tried again.
    """
    chosen = RefundRequest.objects.select_related("donation")
    request = chosen.filter(pk=request_id, state=RefundState.AGREED).first()
    if request is None or not is_sent_by_provider(request.donation):
        return
    donation = request.donation
    try:
        provider(donation.provider).refund(
            donation, amount=request.amount, key=f"refund-{request.pk}"
        )
    except ProviderRefused as refusal:
        _end(request, RefundState.FAILED, trouble=refusal.trouble, at=at)
        return
    _end(request, RefundState.SENT, trouble="", at=at)
    ask_about_gift(donation=donation, at=at)


@transaction.atomic
def note_refund_sent(*, request: RefundRequest, day: date, actor: User, at: datetime) -> None:
    """Write down that somebody sent an agreed refund on `day`, by bank or by hand.

    Where an entry of the bank was found to be just that, it is that, and nothing is written again. Raises
    `RefundDecided` for one that is not agreed, or was sent, or that the provider sends.
    """
    donation = locked(request.donation)
    request = _locked(request, RefundState.AGREED)
    policy.require(Permission.REFUND, actor)
    if is_sent_by_provider(donation) or day > timezone.localdate(at):
        raise RefundDecided
    _end(request, RefundState.SENT, trouble="", at=at)
    if (match := _booked(request, day)) is not None:
        match.request = request
        match.save(update_fields=["request"])
    else:
        said = [_fact(request, day)]
        post_facts(donation=donation, facts=said, actor=actor, reason=request.reason, at=at)
    _keep(request, "refund-sent", actor=actor, at=at)


def note_refund_booked(
    *, donation: Donation, amount: int, actor: User, at: datetime
) -> RefundRequest | None:
    """Note that the agreed refund of `amount` was sent, because the bank says so; answer it, if there is one.

    `donation` is locked. What a provider sends is not sent by the bank. Who may is asked by the commands that
    call it.
    """
    if is_sent_by_provider(donation):
        return None
    agreed = RefundRequest.objects.select_for_update(of=("self",)).filter(
        donation=donation, amount=amount, state=RefundState.AGREED
    )
    request = agreed.select_related("donation").order_by("asked_at", "pk").first()
    if request is not None:
        _end(request, RefundState.SENT, trouble="", at=at)
        _keep(request, "refund-sent", actor=actor, at=at)
    return request


def note_refund_missing(request: RefundRequest) -> None:
    """Have `request` be agreed again, because what was thought to be it on the bank's statement was not."""
    sent = RefundRequest.objects.filter(pk=request.pk, state=RefundState.SENT)
    sent.update(state=RefundState.AGREED, sent_at=None)


def is_sent_by_provider(donation: Donation) -> bool:
    """Whether the provider by which `donation` came sends refunds itself."""
    try:
        return Ability.REFUND in provider(donation.provider).abilities
    except NotFound:
        return False


def _booked(request: RefundRequest, day: date) -> EntryMatch | None:
    """What the bank says went out around `day`, and was found to be a refund of this gift, as yet unasked."""
    return (
        EntryMatch.objects.filter(
            donation=request.donation,
            amount=request.amount,
            transfer__kind="refund",
            transfer__credit__code=AT_BANK,
            request=None,
            undone_at=None,
            transfer__happened_at__range=near(day),
        )
        .order_by("pk")
        .first()
    )


def _refuse(donation: Donation, amount: int) -> None:
    if donation.state != DonationState.SETTLED or not 0 < amount <= left_to_refund(donation):
        raise TooMuchToRefund
    if not is_sent_by_provider(donation) or amount == donation.amount + donation.cover:
        return
    if Ability.PARTIAL_REFUND not in provider(donation.provider).abilities:
        raise OnlyWholly


def _locked(request: RefundRequest, state: RefundState) -> RefundRequest:
    chosen = RefundRequest.objects.select_for_update(of=("self",)).select_related(
        "donation", "asked_by"
    )
    locked = chosen.get(pk=request.pk)
    if locked.state != state:
        raise RefundDecided
    return locked


def _decide(
    request: RefundRequest, state: RefundState, *, actor: User | None, at: datetime
) -> None:
    request.state, request.decided_by, request.decided_at = state, actor, at
    request.save(update_fields=["state", "decided_by", "decided_at"])


def _end(request: RefundRequest, state: RefundState, *, trouble: str, at: datetime) -> None:
    RefundRequest.objects.filter(pk=request.pk, state=RefundState.AGREED).update(
        state=state, sent_at=at if state == RefundState.SENT else None, trouble=trouble[:300]
    )


def _send_later(request: RefundRequest) -> None:
    if is_sent_by_provider(request.donation):
        app.configure_task(SENDING).defer(request_id=request.pk)


def _fact(request: RefundRequest, day: date) -> Fact:
    """What happened to the money, as it would have, had a provider done it."""
    donation = request.donation
    zone = timezone.get_default_timezone()
    prefix = TEST if donation.is_test else ""
    return Fact(
        key=f"{donation.provider}:hand-{request.pk}:refund",
        kind="refund",
        debit=f"{prefix}{REFUNDS}",
        credit=f"{prefix}asset:{donation.provider}",
        amount=request.amount,
        happened_at=datetime.combine(day, time(12), tzinfo=zone).astimezone(UTC),
    )


def _keep(request: RefundRequest, action: str, *, actor: User, at: datetime) -> None:
    write_audit(
        actor=actor,
        action=action,
        subject=request.donation,
        after={"amount": request.amount, "currency": request.donation.currency},
        reason=request.reason,
        at=at,
    )
