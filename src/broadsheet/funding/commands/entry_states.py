"""Where a bank's entry stands: for the commands that say what it is, and for nobody else."""

from datetime import datetime

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.models import BankEntry, EntryDoubt, EntryState
from broadsheet.funding.policy import Permission, policy


class EntrySettled(Refused):
    code = "entry-settled"
    status = 409
    message = _("Somebody has said already what this entry is.")


def waiting(entry: BankEntry, actor: User) -> BankEntry:
    """`entry`, locked, if it waits and `actor` may say what it is. Raises `EntrySettled`."""
    policy.require(Permission.RECONCILE, actor)
    kept = BankEntry.objects.select_for_update().get(pk=entry.pk)
    if kept.state != EntryState.WAITING:
        raise EntrySettled
    return kept


def left_of(entry: BankEntry) -> int:
    """How much of `entry` is nobody's yet, in minor units, whether it came in or went out."""
    standing = entry.matches.filter(undone_at=None)
    return abs(entry.amount) - (standing.aggregate(sum=Sum("amount"))["sum"] or 0)


def settle(entry: BankEntry, state: EntryState, *, actor: User, at: datetime) -> None:
    """Keep that `actor` said what `entry` is."""
    entry.state, entry.settled_by, entry.settled_at = state, actor, at
    entry.doubt = entry.doubt or EntryDoubt.SEVERAL
    entry.save(update_fields=["state", "settled_by", "settled_at", "doubt", "shares"])


def wait_again(entry: BankEntry) -> None:
    """Have `entry` wait, whose match was taken back."""
    entry.state, entry.doubt = EntryState.WAITING, EntryDoubt.UNDONE
    entry.settled_by = entry.settled_at = None
    entry.save(update_fields=["state", "doubt", "settled_by", "settled_at", "shares"])
