"""What happens with the money today."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.funding.models import (
    BankEntry,
    Donation,
    DonationState,
    EntryState,
    EventState,
    InboundEvent,
    RefundRequest,
    RefundState,
)
from broadsheet.funding.policy import Permission, policy

from .gift_lines import GiftLine, gift_lines
from .movements import Flow, flows, moments_of_day

GIFTS_SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class TodayPage:
    """What `funding/desk/today.html` is given: what came today, and how much waits for somebody.

    `promised` are gifts whose money has not come; `unknown` are messages of providers about gifts we do not
    know, and `failing` those that could not be acted upon so far; `entries` came by bank, and nobody has said
    what they are. Who `may_reconcile` sees to these three.
    """

    day: date
    flows: tuple[Flow, ...]
    gifts: tuple[GiftLine, ...]
    shows_donors: bool
    promised: int
    refunds_to_agree: int
    refunds_to_send: int
    unknown: int
    failing: int
    entries: int
    may_reconcile: bool


def today_page(*, viewer: User, at: datetime) -> TodayPage:
    """Answer what came on the day of `at`, and what waits. Six queries. Raises `NotAllowed`."""
    policy.require(Permission.VIEW_MONEY, viewer)
    day = timezone.localdate(at)
    began, ended = moments_of_day(day)
    shows_donors = policy.allows(Permission.VIEW_DONORS, viewer)
    chosen = Donation.objects.filter(
        Q(begun_at__gte=began, begun_at__lt=ended) | Q(settled_at__gte=began, settled_at__lt=ended)
    )
    newest = chosen.select_related("donor").order_by("-begun_at", "-pk")[:GIFTS_SHOWN]
    refunds = list(
        RefundRequest.objects.filter(
            state__in=[RefundState.WAITING, RefundState.AGREED]
        ).values_list("state", flat=True)
    )
    events = list(
        InboundEvent.objects.filter(state__in=[EventState.PARKED, EventState.FAILED]).values_list(
            "state", flat=True
        )
    )
    return TodayPage(
        day=day,
        flows=tuple(flows(began, ended).values()),
        gifts=gift_lines(newest, with_donors=shows_donors),
        shows_donors=shows_donors,
        promised=Donation.objects.filter(state=DonationState.PROMISED, is_test=False).count(),
        refunds_to_agree=refunds.count(RefundState.WAITING),
        refunds_to_send=refunds.count(RefundState.AGREED),
        unknown=events.count(EventState.PARKED),
        failing=events.count(EventState.FAILED),
        entries=BankEntry.objects.filter(state=EntryState.WAITING).count(),
        may_reconcile=policy.allows(Permission.RECONCILE, viewer),
    )
