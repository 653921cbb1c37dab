"""Refunds that somebody has to see to."""

from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.funding.models import RefundRequest, RefundState
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.providers import Ability, all_providers

DECIDED_SHOWN = 30


@dataclass(frozen=True, kw_only=True)
class RefundEntry:
    """One refund, and what who looks may do with it. `is_by_hand`: nobody sends it but somebody here."""

    id: int
    gift_id: int
    reference: str
    amount: Money
    state: str
    reason: str
    asked_by: str
    asked_at: datetime
    decided_by: str
    trouble: str
    is_by_hand: bool
    may_agree: bool
    may_decline: bool
    may_note_sent: bool


@dataclass(frozen=True, kw_only=True)
class RefundQueue:
    """What `funding/desk/refunds.html` is given: what waits, the longest first, and what was decided lately."""

    waiting: tuple[RefundEntry, ...]
    decided: tuple[RefundEntry, ...]


def refund_queue(*, viewer: User) -> RefundQueue:
    """Answer what waits and what became of the latest. Two queries. Raises `NotAllowed`."""
    policy.require(Permission.VIEW_REFUNDS, viewer)
    chosen = RefundRequest.objects.select_related("donation", "asked_by", "decided_by")
    open_states = (RefundState.WAITING, RefundState.AGREED)
    waiting = chosen.filter(state__in=open_states).order_by("asked_at", "pk")
    decided = chosen.exclude(state__in=open_states).order_by("-asked_at", "-pk")[:DECIDED_SHOWN]
    sending = {one.code for one in all_providers() if Ability.REFUND in one.abilities}
    return RefundQueue(
        waiting=tuple(_entry(request, viewer, sending) for request in waiting),
        decided=tuple(_entry(request, viewer, sending) for request in decided),
    )


def _entry(request: RefundRequest, viewer: User, sending: set[str]) -> RefundEntry:
    gift = request.donation
    waits = request.state == RefundState.WAITING
    may_agree = waits and policy.allows(Permission.APPROVE_REFUND, viewer, request)
    is_theirs = request.asked_by_id == viewer.pk
    is_by_hand = gift.provider not in sending
    return RefundEntry(
        id=request.pk,
        gift_id=gift.pk,
        reference=gift.reference,
        amount=Money(request.amount, gift.currency),
        state=request.get_state_display(),
        reason=request.reason,
        asked_by=request.asked_by.name,
        asked_at=request.asked_at,
        decided_by=request.decided_by.name if request.decided_by else "",
        trouble=request.trouble,
        is_by_hand=is_by_hand,
        may_agree=may_agree,
        may_decline=may_agree or (waits and is_theirs),
        may_note_sent=is_by_hand
        and request.state == RefundState.AGREED
        and policy.allows(Permission.REFUND, viewer),
    )
