"""Writing down that a provider has sent money on to our bank."""

from datetime import datetime

from django.db import transaction

from broadsheet.funding.facts import TEST, Fact
from broadsheet.funding.models import AT_BANK, InboundEvent, Transfer
from broadsheet.funding.providers import PayoutSnapshot

from .post_entry import post_entry


@transaction.atomic
def post_payout(
    *, snapshot: PayoutSnapshot, event: InboundEvent | None = None, at: datetime
) -> bool:
    """Post the payout, and that it came back if it has; answers whether the ledger did not know.

    One that has not left yet is not posted.
    """
    entries = list(_entries(snapshot))
    known = Transfer.objects.filter(key__in=[entry.key for entry in entries]).count()
    for entry in entries:
        post_entry(entry=entry, currency=snapshot.currency, event=event, at=at)
    return known < len(entries)


def _entries(snapshot: PayoutSnapshot) -> list[Fact]:
    if snapshot.paid_at is None:
        return []
    prefix = TEST if snapshot.is_test else ""
    ours, bank = f"{prefix}asset:{snapshot.provider}", f"{prefix}{AT_BANK}"
    moves = [("payout", bank, ours)]
    if snapshot.failed:
        moves.append(("payout_failed", ours, bank))
    return [
        Fact(
            key=f"{snapshot.provider}:{snapshot.payout}:{kind}",
            kind=kind,
            debit=debit,
            credit=credit,
            amount=snapshot.amount,
            happened_at=snapshot.paid_at,
        )
        for kind, debit, credit in moves
    ]
