"""One gift, and all that happened to it, as the desk sees it."""

from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound
from broadsheet.funding.models import (
    ByHand,
    Donation,
    DonationState,
    FundingAudit,
    Receipt,
    Transfer,
)
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.refunding import left_to_refund

from .acts_in_words import ActLine, act_lines
from .gift_lines import GiftLine, gift_lines


@dataclass(frozen=True, kw_only=True)
class TransferLine:
    """One line of the ledger. `counted` is by how much it moves the meter, in the campaign's currency."""

    id: int
    key: str
    happened_at: datetime
    kind: str
    debit: str
    credit: str
    amount: Money
    counted: Money
    reason: str
    actor: str
    is_reversed: bool
    may_be_reversed: bool


@dataclass(frozen=True, kw_only=True)
class RefundLine:
    """One refund that was asked for."""

    id: int
    amount: Money
    state: str
    reason: str
    asked_by: str
    asked_at: datetime
    decided_by: str
    trouble: str


@dataclass(frozen=True, kw_only=True)
class ReceiptLine:
    """One receipt of the gift; `replaced_by` is the number of the one that took its place, or ""."""

    id: int
    number: str
    kind: str
    issued_at: datetime
    amount: Money
    returned: Money
    replaced_by: str


@dataclass(frozen=True, kw_only=True)
class GiftPage:
    """What `funding/desk/gift.html` is given. What concerns the donor is empty for who may not see who gives.

    `may_send_receipt`: there is one, and an address to send it to again.
    """

    gift: GiftLine
    cover: Money
    campaign: str
    source_path: str
    source_ask: str
    shows_donor: bool
    donor_email: str
    message: str
    transfers: tuple[TransferLine, ...]
    refunds: tuple[RefundLine, ...]
    receipts: tuple[ReceiptLine, ...]
    acts: tuple[ActLine, ...]
    left: Money
    may_send_receipt: bool
    may_refund: bool
    may_be_received: bool
    may_correct: bool


def gift_page(gift_id: int, *, viewer: User) -> GiftPage:
    """Answer all there is about a gift. Eight queries, besides rights. Raises `NotAllowed`, `NotFound`."""
    policy.require(Permission.VIEW_MONEY, viewer)
    chosen = Donation.objects.select_related("donor", "campaign")
    gift = chosen.filter(pk=gift_id).first()
    if gift is None:
        raise NotFound
    shows_donor = policy.allows(Permission.VIEW_DONORS, viewer)
    may_correct = policy.allows(Permission.CORRECT_LEDGER, viewer)
    (line,) = gift_lines([gift], with_donors=shows_donor)
    receipts = _receipts(gift) if shows_donor else ()
    email = gift.donor.email if shows_donor and gift.donor else ""
    left = left_to_refund(gift) if gift.state == DonationState.SETTLED else 0
    acts = FundingAudit.objects.filter(subject_kind="donation", subject_id=str(gift.pk))
    return GiftPage(
        gift=line,
        cover=Money(gift.cover, gift.currency),
        campaign=gift.campaign.title,
        source_path=gift.source_path,
        source_ask=gift.source_ask,
        shows_donor=shows_donor,
        donor_email=email,
        message=gift.message if shows_donor else "",
        transfers=_transfers(gift, may_correct=may_correct),
        refunds=_refunds(gift),
        receipts=receipts,
        acts=act_lines(list(acts.select_related("actor").order_by("at", "pk")), viewer=viewer),
        left=Money(left, gift.currency),
        may_send_receipt=bool(receipts and email),
        may_refund=left > 0 and policy.allows(Permission.REFUND, viewer),
        may_be_received=gift.provider == ByHand.BANK
        and gift.state in (DonationState.PROMISED, DonationState.EXPIRED)
        and policy.allows(Permission.RECORD_OFFLINE, viewer),
        may_correct=may_correct,
    )


def _transfers(gift: Donation, *, may_correct: bool) -> tuple[TransferLine, ...]:
    chosen = gift.transfers.select_related("debit", "credit", "actor").order_by("pk")
    transfers = list(chosen)
    reversed_ids = {transfer.reverses_id for transfer in transfers}
    return tuple(
        _transfer(transfer, gift, is_reversed=transfer.pk in reversed_ids, may=may_correct)
        for transfer in transfers
    )


def _transfer(transfer: Transfer, gift: Donation, *, is_reversed: bool, may: bool) -> TransferLine:
    return TransferLine(
        id=transfer.pk,
        key=transfer.key,
        happened_at=transfer.happened_at,
        kind=transfer.kind,
        debit=transfer.debit.code,
        credit=transfer.credit.code,
        amount=Money(transfer.amount, transfer.currency),
        counted=Money(transfer.counted, gift.campaign.currency),
        reason=transfer.reason,
        actor=transfer.actor.name if transfer.actor else "",
        is_reversed=is_reversed,
        may_be_reversed=may and not is_reversed and transfer.reverses_id is None,
    )


def _refunds(gift: Donation) -> tuple[RefundLine, ...]:
    chosen = gift.refund_requests.select_related("asked_by", "decided_by").order_by("pk")
    return tuple(
        RefundLine(
            id=request.pk,
            amount=Money(request.amount, gift.currency),
            state=request.get_state_display(),
            reason=request.reason,
            asked_by=request.asked_by.name,
            asked_at=request.asked_at,
            decided_by=request.decided_by.name if request.decided_by else "",
            trouble=request.trouble,
        )
        for request in chosen
    )


def _receipts(gift: Donation) -> tuple[ReceiptLine, ...]:
    chosen = gift.receipts.select_related("replaced_by").order_by("issued_at", "pk")
    return tuple(
        ReceiptLine(
            id=receipt.pk,
            number=receipt.written_number,
            kind=receipt.get_kind_display(),
            issued_at=receipt.issued_at,
            amount=Money(receipt.amount, receipt.currency),
            returned=Money(receipt.returned, receipt.currency),
            replaced_by=_number_of_what_replaces(receipt),
        )
        for receipt in chosen
    )


def _number_of_what_replaces(receipt: Receipt) -> str:
    later = getattr(receipt, "replaced_by", None)
    return later.written_number if later else ""
