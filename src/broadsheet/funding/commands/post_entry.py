from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.funding.facts import Fact
from broadsheet.funding.models import InboundEvent, Transfer

from .lines import line_of
from .posting import append_entry


@transaction.atomic
def post_entry(
    *,
    entry: Fact,
    currency: str,
    event: InboundEvent | None = None,
    actor: User | None = None,
    reason: str = "",
    at: datetime,
) -> Transfer:
    """Write what happened to money that belongs to no gift, or to none yet: once, however often it is told.

    Such as a bank's credit that nobody has matched (kind `unmatched`, asset:bank ← liability:unmatched), or a
    provider's payout (kind `payout`, asset:bank ← asset:stripe). Answers the transfer, new or not. Who may is
    asked by the commands that call it.
    """
    line = line_of(entry, event=event, actor=actor, reason=reason)
    return append_entry(line, currency=currency, at=at)
