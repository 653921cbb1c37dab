"""Who sees to what follows when a gift is received or goes back, or a pledge changes: receipts, letters, badges.

    @on_settled
    def thank(donation: Donation, at: datetime) -> None: …

Each is called inside the transaction that posts the gift, so that neither can be without the other. One that
raises undoes the posting, which is tried again: so it writes rows and defers jobs, and asks no other machine.
It has to be imported when the newspaper starts, as everything that `commands` opens is.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from broadsheet.core.events import publish

from .events import MeterChanged
from .models import IMPORTED, Donation, Pledge, PledgeState, Transfer

Settled = TypeVar("Settled", bound=Callable[[Donation, datetime], None])
Returned = TypeVar("Returned", bound=Callable[[Donation, Sequence[Transfer], datetime], None])
PledgeChanged = TypeVar("PledgeChanged", bound=Callable[[Pledge, PledgeState, datetime], None])

_settled: list[Callable[[Donation, datetime], None]] = []
_returned: list[Callable[[Donation, Sequence[Transfer], datetime], None]] = []
_pledge_changed: list[Callable[[Pledge, PledgeState, datetime], None]] = []


def on_settled(follow: Settled) -> Settled:
    """Call `follow` with each gift that is received, test money too (`donation.is_test`), and with when."""
    _settled.append(follow)
    return follow


def on_returned(follow: Returned) -> Returned:
    """Call `follow` with a gift and the new transfers by which some of it went back, or is put back again.

    Their kinds: refund, refund_failed, withdrawn (a dispute opened), lost, won, and reversal.
    """
    _returned.append(follow)
    return follow


def settled(donation: Donation, at: datetime) -> None:
    """See to all that follows on `donation` having been received: nothing, if that was elsewhere and before."""
    if donation.provider == IMPORTED:
        return
    for follow in _settled:
        follow(donation, at)


def returned(donation: Donation, transfers: Sequence[Transfer], at: datetime) -> None:
    """See to all that follows on `transfers`, by which something of `donation` went back, as `settled` does."""
    if donation.provider == IMPORTED:
        return
    for follow in _returned:
        follow(donation, transfers, at)


def on_pledge_changed(follow: PledgeChanged) -> PledgeChanged:
    """Call `follow` with each pledge whose state has changed, test ones too, the state it had, and when."""
    _pledge_changed.append(follow)
    return follow


def pledge_changed(pledge: Pledge, was: PledgeState, at: datetime) -> None:
    """See to all that follows on `pledge` being in another state than it `was`.

    Publishes `MeterChanged`, because some meters add up what is promised.
    """
    if not pledge.is_test:
        publish(MeterChanged(campaign_id=pledge.campaign_id))
    for follow in _pledge_changed:
        follow(pledge, was, at)
