from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.models import EntryMatch, Transfer
from broadsheet.funding.policy import Permission, policy

from .reverse_transfer import reverse_transfer
from .write_audit import write_audit


class ReasonNeeded(Refused):
    code = "reason-needed"
    status = 422
    message = _("Say why, so that whoever looks at it later understands.")


class SaidByBank(Refused):
    code = "said-by-bank"
    status = 409
    message = _("An entry of the bank was found to be this. Take that back first, at the entry.")


@transaction.atomic
def correct_ledger(*, transfer: Transfer, actor: User, reason: str, at: datetime) -> Transfer:
    """Make good a `transfer` that was a mistake, by one that goes the other way; answer that one.

    Nothing is taken away: both stay. Raises `ReasonNeeded`, `SaidByBank`, and what `reverse_transfer` raises.
    """
    policy.require(Permission.CORRECT_LEDGER, actor)
    reason = reason.strip()
    if not reason:
        raise ReasonNeeded
    is_said = Q(transfer=transfer) | Q(known=transfer)
    if EntryMatch.objects.filter(is_said, undone_at=None).exists():
        raise SaidByBank
    reversal = reverse_transfer(transfer=transfer, actor=actor, reason=reason, at=at)
    write_audit(
        actor=actor,
        action="transfer-reversed",
        subject=transfer,
        before={"key": transfer.key, "amount": transfer.amount, "currency": transfer.currency},
        after={"key": reversal.key},
        reason=reason,
        at=at,
    )
    return reversal
