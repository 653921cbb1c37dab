from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.funding.facts import UNMATCHED
from broadsheet.funding.models import AT_BANK, BankEntry, EntryState
from broadsheet.funding.policy import Permission, policy

from .entry_states import EntrySettled, left_of, settle, wait_again, waiting
from .tying import move_unmatched
from .write_audit import write_audit


@transaction.atomic
def set_entry_aside(*, entry: BankEntry, reason: str, actor: User, at: datetime) -> None:
    """Say that `entry` is no gift: it leaves the ledger again. Raises `EntrySettled`."""
    kept = waiting(entry, actor)
    if left_of(kept) < abs(kept.amount):
        raise EntrySettled
    if kept.amount > 0:
        _move(kept, "set_aside", debit=UNMATCHED, credit=AT_BANK, at=at)
    settle(kept, EntryState.SET_ASIDE, actor=actor, at=at)
    write_audit(actor=actor, action="entry-set-aside", subject=kept, reason=reason, at=at)


@transaction.atomic
def put_entry_back(*, entry: BankEntry, actor: User, at: datetime) -> None:
    """Have an `entry` that was set aside wait again. Raises `EntrySettled` if it was not."""
    policy.require(Permission.RECONCILE, actor)
    kept = BankEntry.objects.select_for_update().get(pk=entry.pk)
    if kept.state != EntryState.SET_ASIDE:
        raise EntrySettled
    if kept.amount > 0:
        _move(kept, "put_back", debit=AT_BANK, credit=UNMATCHED, at=at)
    wait_again(kept)
    write_audit(actor=actor, action="entry-put-back", subject=kept, at=at)


def _move(entry: BankEntry, kind: str, *, debit: str, credit: str, at: datetime) -> None:
    """Write of all of `entry` that it left what is nobody's yet, or came back to it, now."""
    move_unmatched(
        entry, entry.amount, kind=kind, debit=debit, credit=credit, happened_at=at, at=at
    )
