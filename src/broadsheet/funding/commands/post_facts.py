from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.funding.facts import Fact
from broadsheet.funding.models import Donation, InboundEvent, Transfer

from .lines import line_of
from .posting import append_to_gift, locked


@transaction.atomic
def post_facts(
    *,
    donation: Donation,
    facts: Iterable[Fact],
    event: InboundEvent | None = None,
    actor: User | None = None,
    reason: str = "",
    at: datetime,
) -> tuple[Transfer, ...]:
    """Write those of `facts` about `donation` that the ledger does not hold, and answer the new transfers.

    With the first money the gift is received (`settling.on_settled`), and counts on that day, in the
    newspaper's time zone, whatever else comes or goes back (`settling.on_returned`). It waits for others who
    post to the same gift. Refuses money that belongs to another gift (`PostedElsewhere`) or is in a currency
    that nobody has said the worth of (`CurrencyWithoutRate`); what was refused can be posted later. Who may is
    asked by the commands that call it. Publishes `MeterChanged`, but not of test money.
    """
    gift = locked(donation)
    lines = [line_of(fact, event=event, actor=actor, reason=reason) for fact in facts]
    return append_to_gift(gift, lines, at=at)
