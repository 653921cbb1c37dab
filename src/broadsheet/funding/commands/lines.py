"""Transfers that are to be written (`posting`)."""

from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.funding.facts import Fact
from broadsheet.funding.models import InboundEvent, Transfer


@dataclass(frozen=True, kw_only=True)
class Line:
    """A transfer that is to be written."""

    key: str
    kind: str
    debit: str
    credit: str
    amount: int
    happened_at: datetime
    event: InboundEvent | None = None
    actor: User | None = None
    reason: str = ""
    reverses: Transfer | None = None


def line_of(fact: Fact, *, event: InboundEvent | None, actor: User | None, reason: str) -> Line:
    """Answer how `fact` is to be written."""
    return Line(
        key=fact.key,
        kind=fact.kind,
        debit=fact.debit,
        credit=fact.credit,
        amount=fact.amount,
        happened_at=fact.happened_at,
        event=event,
        actor=actor,
        reason=reason,
    )
