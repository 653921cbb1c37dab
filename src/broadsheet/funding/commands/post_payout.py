"""Writing down that a provider has sent money on to our bank."""

from datetime import datetime

from django.db import transaction

from broadsheet.funding.facts import TEST
from broadsheet.funding.models import InboundEvent, Transfer
from broadsheet.funding.providers import PayoutSnapshot

from .post_entry import post_entry

BANK = "asset:bank"


@transaction.atomic
def post_payout(
    *, snapshot: PayoutSnapshot, event: InboundEvent | None = None, at: datetime
) -> bool:
    """Post the payout, and that it came back if it has; answers whether the ledger did not know.

    One that has not left yet is not posted.
    """
    if snapshot.paid_at is None:
        return False
    prefix = TEST if snapshot.is_test else ""
    ours, bank = f"{prefix}asset:{snapshot.provider}", f"{prefix}{BANK}"
    moves = [("payout", bank, ours)]
    if snapshot.failed:
        moves.append(("payout_failed", ours, bank))
    keys = [f"{snapshot.provider}:{snapshot.payout}:{kind}" for kind, _debit, _credit in moves]
    known = Transfer.objects.filter(key__in=keys).count()
    for key, (kind, debit, credit) in zip(keys, moves, strict=True):
        post_entry(
            key=key,
            kind=kind,
            debit=debit,
            credit=credit,
            amount=snapshot.amount,
            currency=snapshot.currency,
            happened_at=snapshot.paid_at,
            event=event,
            at=at,
        )
    return known < len(moves)
