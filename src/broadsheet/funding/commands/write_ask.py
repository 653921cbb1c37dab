from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.models import Ask, AskVariant, Campaign
from broadsheet.funding.policy import Permission, policy

from .write_audit import write_audit

LETTERS = "ABCD"


class WordingsRefused(Refused):
    code = "wordings-refused"
    status = 422
    message = _("An ask has one to four wordings, each with a heading and a button.")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One wording of an ask, as it is to be shown; plain text."""

    heading: str
    words_above: str
    words_below: str
    button: str


@transaction.atomic
def write_ask(
    *,
    campaign: Campaign,
    name: str,
    wordings: Sequence[Wording],
    most_views: int,
    in_days: int,
    actor: User | None,
    at: datetime,
) -> Ask:
    """Make an ask of `campaign` with its `wordings`, A first; it is not shown yet.

    `actor` is None for what the program does by itself. Raises `WordingsRefused` and `NotAllowed`.
    """
    if actor is not None:
        policy.require(Permission.CONFIGURE, actor)
    if not 0 < len(wordings) <= len(LETTERS):
        raise WordingsRefused
    if not all(wording.heading.strip() and wording.button.strip() for wording in wordings):
        raise WordingsRefused
    ask = Ask.objects.create(
        campaign=campaign, name=name, most_views=most_views, in_days=in_days, made_at=at
    )
    AskVariant.objects.bulk_create(
        AskVariant(ask=ask, letter=letter, **vars(wording))
        for letter, wording in zip(LETTERS, wordings, strict=False)
    )
    write_audit(actor=actor, action="ask-written", subject=ask, after={"name": name}, at=at)
    return ask
