"""Who gave regularly elsewhere, and may be asked to go on here."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef

from broadsheet.accounts.models import User
from broadsheet.funding.currencies import exponent
from broadsheet.funding.models import Interval, Invitation, Pledge, PledgeState
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy

INVITATIONS = 500


@dataclass(frozen=True, kw_only=True)
class InvitationLine:
    """Somebody, and what they gave. `origin` is where (patreon); `gives_here`: they do so here by now."""

    name: str
    email: str
    origin: str
    amount: Money
    interval: Interval
    since_on: date | None
    paid_until: date | None
    gives_here: bool
    query: str
    """What leads them to the form with this gift filled in, after `?`."""


@dataclass(frozen=True, kw_only=True)
class InvitationList:
    """What `funding/desk/invitations.html` is given."""

    lines: tuple[InvitationLine, ...]
    here: int


def invitation_list(*, viewer: User) -> InvitationList:
    """Answer whom to invite, the largest gifts of a month first; those erased are gone. One query.

    Raises `NotAllowed`.
    """
    policy.require(Permission.VIEW_DONORS, viewer)
    running = Pledge.objects.filter(donor=OuterRef("donor"), is_test=False).exclude(
        state__in=[PledgeState.BEGUN, PledgeState.ENDED]
    )
    invitations = (
        Invitation.objects.filter(donor__erased_at=None)
        .select_related("donor")
        .annotate(gives_here=Exists(running))
        .order_by("gives_here", "interval", "-amount", "pk")[:INVITATIONS]
    )
    lines = tuple(_line(invitation, gives_here=invitation.gives_here) for invitation in invitations)
    return InvitationList(lines=lines, here=sum(line.gives_here for line in lines))


def _line(invitation: Invitation, *, gives_here: bool) -> InvitationLine:
    wish = {
        "interval": invitation.interval,
        "currency": invitation.currency,
        "amount": _plain(invitation),
    }
    return InvitationLine(
        name=invitation.donor.name,
        email=invitation.donor.email,
        origin=invitation.key.split(":")[1],
        amount=Money(invitation.amount, invitation.currency),
        interval=Interval(invitation.interval),
        since_on=invitation.since_on,
        paid_until=invitation.paid_until,
        gives_here=gives_here,
        query=urlencode(wish),
    )


def _plain(invitation: Invitation) -> str:
    decimals = exponent(invitation.currency)
    whole, rest = divmod(invitation.amount, 10**decimals)
    return f"{whole}.{rest:0{decimals}}" if rest else str(whole)
