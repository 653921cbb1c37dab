from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import Ask, AskVariant
from broadsheet.funding.policy import Permission, policy

from .write_audit import write_audit


class LastWording(Refused):
    code = "last-wording"
    status = 409
    message = _("An ask needs a wording. Switch the whole ask off instead.")


@transaction.atomic
def switch_ask(*, ask: Ask, is_on: bool, actor: User | None, at: datetime) -> None:
    """Show `ask` around articles from now on, in the place of any other; or no longer.

    `actor` is None for what the program does by itself. Publishes `CampaignChanged` for each campaign whose
    asks changed. Raises `NotAllowed`.
    """
    if actor is not None:
        policy.require(Permission.CONFIGURE, actor)
    # In one order, so that two who switch at once wait for each other instead of refusing each other.
    for other in Ask.objects.select_for_update().order_by("pk"):
        will_be_on = is_on if other.pk == ask.pk else other.is_on and not is_on
        if other.is_on and not will_be_on:
            _switch(other, is_on=False, actor=actor, at=at)
    if is_on:
        _switch(Ask.objects.get(pk=ask.pk), is_on=True, actor=actor, at=at)
    ask.is_on = is_on


def _switch(ask: Ask, *, is_on: bool, actor: User | None, at: datetime) -> None:
    if ask.is_on == is_on:
        return
    ask.is_on = is_on
    ask.save(update_fields=["is_on"])
    write_audit(actor=actor, action="ask-switched", subject=ask, after={"is_on": is_on}, at=at)
    publish(CampaignChanged(campaign_id=ask.campaign_id))


@transaction.atomic
def switch_wording(*, variant: AskVariant, is_on: bool, actor: User, at: datetime) -> None:
    """Show this wording in its turn, or no longer; the others take its turns.

    Publishes `CampaignChanged`. Raises `LastWording` and `NotAllowed`.
    """
    policy.require(Permission.CONFIGURE, actor)
    ask = Ask.objects.select_for_update().get(pk=variant.ask_id)
    others = ask.variants.filter(is_on=True).exclude(pk=variant.pk)
    if not is_on and not others.exists():
        raise LastWording
    ask.variants.filter(pk=variant.pk).update(is_on=is_on)
    variant.is_on = is_on
    write_audit(
        actor=actor, action="wording-switched", subject=variant, after={"is_on": is_on}, at=at
    )
    publish(CampaignChanged(campaign_id=ask.campaign_id))
