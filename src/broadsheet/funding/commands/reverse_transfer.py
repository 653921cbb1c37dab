from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.models import Transfer

from .lines import Line
from .posting import append_entry, append_to_gift, locked


class AlreadyReversed(Refused):
    code = "already-reversed"
    status = 409
    message = _("That has been made good already.")


class ReversalStands(Refused):
    code = "reversal-stands"
    status = 409
    message = _(
        "What makes good a mistake is not made good itself: write down anew what was right."
    )


@transaction.atomic
def reverse_transfer(*, transfer: Transfer, actor: User, reason: str, at: datetime) -> Transfer:
    """Make good a `transfer` that was a mistake, by one that goes the other way; answer that one.

    A gift of which nothing was received after all is promised again, and counts nowhere. Refuses to do so
    twice (`AlreadyReversed`), and to undo what made good a mistake (`ReversalStands`). Who may is asked by the
    commands that call it. Publishes `MeterChanged` where the transfer was of a gift that is no test.
    """
    gift = locked(transfer.donation) if transfer.donation else None
    if transfer.reverses_id is not None:
        raise ReversalStands
    if Transfer.objects.filter(reverses=transfer).exists():
        raise AlreadyReversed
    line = Line(
        key=f"rev:{transfer.pk}",
        kind="reversal",
        debit=transfer.credit.code,
        credit=transfer.debit.code,
        amount=transfer.amount,
        happened_at=at,
        actor=actor,
        reason=reason,
        reverses=transfer,
    )
    if gift is None:
        return append_entry(line, currency=transfer.currency, at=at)
    [reversal] = append_to_gift(gift, [line], at=at)
    return reversal
