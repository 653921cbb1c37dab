"""What a donor does with a recurring gift. Who may is for views to know: whoever holds its link, or its donor."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound, Refused
from broadsheet.funding.models import Pledge, PledgeState
from broadsheet.funding.money import LARGEST
from broadsheet.funding.providers import (
    Ability,
    Provider,
    ProviderAway,
    ProviderRefused,
    provider,
)
from broadsheet.funding.settling import pledge_changed

from .ask_provider import ask_about_pledge
from .write_audit import write_audit


class PledgeOver(Refused):
    code = "pledge-over"
    status = 409
    message = _("This gift has ended already: nothing is taken any more.")


class PledgeCannot(Refused):
    code = "pledge-cannot"
    status = 409
    message = _("That cannot be done with this gift. You can end it, and give anew.")


class PledgeAmountRefused(Refused):
    code = "pledge-amount-refused"
    status = 422
    message = _("So much cannot be given this way.")


def end_pledge(
    *, pledge: Pledge, actor: User | None = None, reason: str = "", at: datetime
) -> None:
    """Have nothing of `pledge` taken any more. One that has ended stays so.

    The provider is told first, and what it says has become of it is written down; where none can be told, as
    with a standing order, we end it here. Raises `ProviderAway`, and then nothing has changed.
    """
    if pledge.state == PledgeState.ENDED:
        return
    way = _way_of(pledge)
    if way and pledge.provider_object and Ability.CANCEL in way.abilities:
        way.cancel(pledge)
        _learn(pledge, at=at)
    else:
        _end_here(pledge, reason=reason, at=at)
    write_audit(actor=actor, action="pledge-ended", subject=pledge, reason=reason, at=at)


def pause_pledge(*, pledge: Pledge, until: date, actor: User | None = None, at: datetime) -> None:
    """Have nothing of `pledge` taken before `until`. Raises `PledgeOver`, `PledgeCannot`, `ProviderAway`."""
    way = _way_that_can(pledge, Ability.PAUSE)
    way.pause(pledge, until=until)
    _learn(pledge, at=at)
    after = {"paused_until": until.isoformat()}
    write_audit(actor=actor, action="pledge-paused", subject=pledge, after=after, at=at)


def resume_pledge(*, pledge: Pledge, actor: User | None = None, at: datetime) -> None:
    """Have `pledge` taken again, from its next day on. Raises as `pause_pledge` does."""
    way = _way_that_can(pledge, Ability.PAUSE)
    way.resume(pledge)
    _learn(pledge, at=at)
    write_audit(actor=actor, action="pledge-resumed", subject=pledge, at=at)


def change_pledge_amount(
    *, pledge: Pledge, amount: int, actor: User | None = None, at: datetime
) -> None:
    """Have `amount` taken from the next payment of `pledge` on: all of it, with what covers the fee.

    Raises `PledgeAmountRefused`, and as `pause_pledge` does.
    """
    way = _way_that_can(pledge, Ability.CHANGE_AMOUNT)
    lowest, highest = way.least(pledge.currency), min(way.most(pledge.currency), LARGEST)
    if not lowest <= amount <= highest:
        raise PledgeAmountRefused
    before = {"amount": pledge.amount + pledge.cover}
    way.change_amount(pledge, amount=amount)
    _learn(pledge, at=at)
    write_audit(
        actor=actor,
        action="pledge-amount-changed",
        subject=pledge,
        before=before,
        after={"amount": amount},
        at=at,
    )


def _way_of(pledge: Pledge) -> Provider | None:
    try:
        return provider(pledge.provider)
    except NotFound:
        return None


def _way_that_can(pledge: Pledge, ability: Ability) -> Provider:
    if pledge.state == PledgeState.ENDED:
        raise PledgeOver
    way = _way_of(pledge)
    if way is None or ability not in way.abilities or not pledge.provider_object:
        raise PledgeCannot
    return way


def _learn(pledge: Pledge, *, at: datetime) -> None:
    """Write down what is so now; if the provider does not say it at once, its message or the next night will."""
    try:
        ask_about_pledge(pledge=pledge, at=at)
    except (ProviderAway, ProviderRefused):
        return
    pledge.refresh_from_db()


@transaction.atomic
def _end_here(pledge: Pledge, *, reason: str, at: datetime) -> None:
    kept = Pledge.objects.select_for_update().get(pk=pledge.pk)
    was = PledgeState(kept.state)
    if was == PledgeState.ENDED:
        return
    kept.state, kept.ended_at, kept.end_reason = PledgeState.ENDED, at, reason[:200]
    kept.next_on = kept.paused_until = None
    kept.save(update_fields=["state", "ended_at", "end_reason", "next_on", "paused_until"])
    pledge_changed(kept, was, at)
    pledge.refresh_from_db()
