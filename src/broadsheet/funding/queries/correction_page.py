"""One line of the ledger that is about to be made good."""

from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.funding.models import Transfer
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy


@dataclass(frozen=True, kw_only=True)
class CorrectionPage:
    """What `funding/desk/correct.html` is given. `counted` is None for what moves no meter."""

    key: str
    kind: str
    happened_at: datetime
    debit: str
    credit: str
    amount: Money
    counted: Money | None
    reference: str


def correction_page(transfer: Transfer, *, viewer: User) -> CorrectionPage:
    """Answer what `transfer` says, whose accounts and gift are at hand. Raises `NotAllowed`."""
    policy.require(Permission.CORRECT_LEDGER, viewer)
    donation = transfer.donation
    counts = donation is not None and transfer.counted
    return CorrectionPage(
        key=transfer.key,
        kind=transfer.kind,
        happened_at=transfer.happened_at,
        debit=transfer.debit.code,
        credit=transfer.credit.code,
        amount=Money(transfer.amount, transfer.currency),
        counted=Money(transfer.counted, donation.campaign.currency)
        if donation and counts
        else None,
        reference=donation.reference if donation else "",
    )
