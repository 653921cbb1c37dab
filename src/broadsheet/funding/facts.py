"""What a provider says about a payment, in our words, and which facts follow from it. Pure: asks nobody.

A snapshot is the state of one payment now. `facts` answers all that has happened to its money so far, each
fact with a key made from what the provider calls it. A later snapshot answers the facts of an earlier one and
perhaps more, so that the ledger holds the same whatever was heard, how often, and in which order: facts are
only ever added (a grow-only set; Shapiro et al., “Conflict-free Replicated Data Types”, 2011, section 3.1).

Accounts, debit ← credit: a gift asset:<provider> ← income:gifts, what covers its fee ← income:fee_cover; a fee
expense:fees:<provider> ← asset:<provider>; a refund contra:refunds ← asset:<provider>; a disputed payment
asset:disputed ← asset:<provider>, once decided contra:chargebacks ← asset:disputed, and when won besides
asset:<provider> ← contra:chargebacks. So what was lost, and is won after all, is one fact more and none less,
whichever of the two was heard of. Test money has the same accounts, each with `test:` before it.

How much of it counts on a meter is no fact: `ledger.counted` reckons it from the accounts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

GIFTS = "income:gifts"
FEE_COVER = "income:fee_cover"
REFUNDS = "contra:refunds"
CHARGEBACKS = "contra:chargebacks"
DISPUTED = "asset:disputed"
UNMATCHED = "liability:unmatched"
TEST = "test:"


class RefundState(StrEnum):
    """Whether a refund has left us. A `FAILED` one had, and came back."""

    PENDING = "PENDING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"


class DisputeState(StrEnum):
    """Whether a disputed payment is ours: `OPEN` ones are taken from us until it is decided."""

    OPEN = "OPEN"
    WON = "WON"
    LOST = "LOST"


@dataclass(frozen=True, kw_only=True)
class RefundSnapshot:
    """One refund, whole or partial, of `amount` minor units; `id` is the provider's, `at` when it was made."""

    id: str
    amount: int
    state: RefundState
    at: datetime


@dataclass(frozen=True, kw_only=True)
class DisputeSnapshot:
    """One dispute of `amount` minor units; its `fee` is posted once by `fee_id`, and by `id` without one."""

    id: str
    amount: int
    state: DisputeState
    at: datetime
    decided_at: datetime | None = None
    fee: int = 0
    fee_id: str = ""


@dataclass(frozen=True, kw_only=True)
class PaymentSnapshot:
    """What a provider says about one payment now.

    `payment` is the provider's id of it, `donation` our reference or "", `pledge` the provider's recurring
    object or "". `amount` is all that was paid, the gift and what covers its fee, in minor units of
    `currency`. `settled_at` is None until the money is ours; `fee` is None until it is known, together with
    the `fee_id` it will always have ("" where the provider has no name for it). It is `promised` when the donor
    has done all there is to do, and the money is on its way, which may take days. One that `failed` because a card
    or an account was refused was `declined`, too; one on whose page nobody paid was not.
    """

    provider: str
    payment: str
    donation: str
    pledge: str
    currency: str
    amount: int
    settled_at: datetime | None
    failed: bool
    is_test: bool
    fee: int | None
    fee_id: str
    refunds: tuple[RefundSnapshot, ...] = ()
    disputes: tuple[DisputeSnapshot, ...] = ()
    promised: bool = False
    declined: bool = False


@dataclass(frozen=True, kw_only=True)
class Fact:
    """`amount` minor units of the gift's currency went from the account `credit` to the account `debit`.

    Accounts are named by their codes; `key` is unique among all facts there ever were.
    """

    key: str
    kind: str
    debit: str
    credit: str
    amount: int
    happened_at: datetime


def facts(snapshot: PaymentSnapshot, *, gift: int) -> tuple[Fact, ...]:
    """Answer all that has happened to the payment of `snapshot`, of which `gift` minor units are the gift.

    What was paid beyond `gift` covers the fee; where less was paid, all of it is the gift. Money that is not
    ours yet, or never was, makes no fact, and neither does a refund that is still pending.
    """
    if snapshot.settled_at is None:
        return ()
    posting = _Posting(snapshot)
    made = [
        *posting.payment(min(gift, snapshot.amount), snapshot.settled_at),
        *(fact for refund in snapshot.refunds for fact in posting.refund(refund)),
        *(fact for dispute in snapshot.disputes for fact in posting.dispute(dispute)),
    ]
    return tuple(fact for fact in made if fact.amount > 0)


class _Posting:
    """Makes facts of one payment, in the accounts of its provider."""

    def __init__(self, snapshot: PaymentSnapshot) -> None:
        self.snapshot = snapshot
        self.prefix = TEST if snapshot.is_test else ""
        self.ours = f"asset:{snapshot.provider}"
        self.fees = f"expense:fees:{snapshot.provider}"

    def payment(self, gift: int, at: datetime) -> Iterator[Fact]:
        said = self.snapshot
        yield self._fact(said.payment, "gift", self.ours, GIFTS, gift, at)
        yield self._fact(said.payment, "cover", self.ours, FEE_COVER, said.amount - gift, at)
        fee_id = said.fee_id or said.payment
        yield self._fact(fee_id, "fee", self.fees, self.ours, said.fee or 0, at)

    def refund(self, refund: RefundSnapshot) -> Iterator[Fact]:
        if refund.state is RefundState.PENDING:
            return
        yield self._fact(refund.id, "refund", REFUNDS, self.ours, refund.amount, refund.at)
        if refund.state is RefundState.FAILED:
            yield self._fact(
                refund.id, "refund_failed", self.ours, REFUNDS, refund.amount, refund.at
            )

    def dispute(self, dispute: DisputeSnapshot) -> Iterator[Fact]:
        amount, decided_at = dispute.amount, dispute.decided_at or dispute.at
        yield self._fact(dispute.id, "withdrawn", DISPUTED, self.ours, amount, dispute.at)
        fee_id = dispute.fee_id or dispute.id
        yield self._fact(fee_id, "fee", self.fees, self.ours, dispute.fee, dispute.at)
        if dispute.state is DisputeState.OPEN:
            return
        yield self._fact(dispute.id, "lost", CHARGEBACKS, DISPUTED, amount, decided_at)
        if dispute.state is DisputeState.WON:
            yield self._fact(dispute.id, "won", self.ours, CHARGEBACKS, amount, decided_at)

    def _fact(
        self, subject: str, kind: str, debit: str, credit: str, amount: int, at: datetime
    ) -> Fact:
        return Fact(
            key=f"{self.snapshot.provider}:{subject}:{kind}",
            kind=kind,
            debit=self.prefix + debit,
            credit=self.prefix + credit,
            amount=amount,
            happened_at=at,
        )
