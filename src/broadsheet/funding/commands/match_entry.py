"""Saying at the desk whose a bank's entry is; and taking that back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.facts import REFUNDS
from broadsheet.funding.models import (
    AT_BANK,
    BankEntry,
    Campaign,
    Donation,
    DonationState,
    EntryMatch,
    EntryState,
    Interval,
    RefundRequest,
    Transfer,
    money_without_entry,
)
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.providers.bank import BANK

from .entry_states import left_of, settle, wait_again, waiting
from .follow_standing_order import follow_standing_order, next_gift_of
from .import_statement import moment_of
from .lines import Line
from .match_entries import gift_line
from .new_gift import donor_of, free_reference, new_key
from .posting import append_to_gift, locked
from .refund_gift import note_refund_booked, note_refund_missing
from .reverse_transfer import reverse_transfer
from .tying import noted_before, tie
from .write_audit import write_audit


class SharesRefused(Refused):
    code = "shares-refused"
    status = 422
    message = _("The parts have to be more than nothing, and no more together than what came.")


class WrongGift(Refused):
    code = "wrong-gift"
    status = 409
    message = _("The gift %(reference)s cannot be this money: another currency, or a test.")


class KnownOtherwise(Refused):
    code = "known-otherwise"
    status = 409
    message = _("That is not what the entry says, or another entry says it already.")


class MatchUndone(Refused):
    code = "match-undone"
    status = 409
    message = _("That has been taken back already.")


@dataclass(frozen=True, kw_only=True)
class Share:
    """`amount` minor units of an entry, and whose they are. Always more than 0, also of what went out."""

    gift: Donation
    amount: int


@transaction.atomic
def match_entry(
    *, entry: BankEntry, shares: Sequence[Share], actor: User, at: datetime
) -> list[EntryMatch]:
    """Say that `entry` is these gifts, in these parts; what is left of it goes on waiting.

    What came in is a gift of just that much, whatever was promised. To a gift that was received already it is
    added; of a standing order it is the next gift. What went out is a refund: the one that was agreed, if there
    is one of that amount, which is sent thereby. Where somebody had written down just that of the gift, it is
    that, and nothing is written again. Raises `EntrySettled`, `SharesRefused` and `WrongGift`, and what
    `post_facts` raises.
    """
    kept = waiting(entry, actor)
    left = left_of(kept)
    if not shares or min(share.amount for share in shares) <= 0:
        raise SharesRefused
    if sum(share.amount for share in shares) > left:
        raise SharesRefused
    matches = [_match(kept, share, actor=actor, at=at) for share in shares]
    _keep_matches(kept, matches, actor=actor, at=at)
    return matches


@transaction.atomic
def tie_entry(*, entry: BankEntry, known: Transfer, actor: User, at: datetime) -> EntryMatch:
    """Say that `entry` is what the ledger has `known` already, so that it is counted once.

    That is a gift or a refund that somebody wrote down, or the payout of a provider. Raises `EntrySettled`, and
    `KnownOtherwise` where it is another amount, went the other way, or is said by another entry.
    """
    kept = waiting(entry, actor)
    # Asked only after whoever ties it at the same time is done.
    if known.donation:
        locked(known.donation)
    else:
        Transfer.objects.select_for_update().get(pk=known.pk)
    came_in = {"debit__code": AT_BANK} if kept.amount > 0 else {"credit__code": AT_BANK}
    money = money_without_entry().filter(currency=kept.currency, **came_in)
    found = money.filter(pk=known.pk).first()
    if found is None or found.amount > left_of(kept):
        raise KnownOtherwise
    match = tie(kept, found, actor=actor, at=at)
    _keep_matches(kept, [match], actor=actor, at=at)
    return match


@transaction.atomic
def record_entry(
    *,
    entry: BankEntry,
    campaign: Campaign,
    name: str = "",
    email: str = "",
    actor: User,
    at: datetime,
) -> Donation:
    """Say that what is left of `entry` is a gift nobody had promised: of `name`, if that is known; answer it.

    Raises `EntrySettled`.
    """
    kept = waiting(entry, actor)
    if kept.amount < 0:
        raise SharesRefused
    left = left_of(kept)
    gift = Donation.objects.create(
        reference=free_reference(),
        key=new_key(),
        campaign=campaign,
        donor=donor_of(name=name, email=email, at=at),
        amount=left,
        currency=kept.currency,
        provider=BANK,
        begun_at=moment_of(kept.booked_on),
    )
    match_entry(entry=kept, shares=[Share(gift=gift, amount=left)], actor=actor, at=at)
    gift.refresh_from_db()
    return gift


@transaction.atomic
def undo_match(*, match: EntryMatch, reason: str, actor: User, at: datetime) -> None:
    """Take back that part of an entry was this gift, and only that: both wait again. Raises `MatchUndone`.

    What somebody had written down, or a provider told of, stays; a refund that was sent by it is agreed again.
    """
    policy.require(Permission.RECONCILE, actor)
    entry = BankEntry.objects.select_for_update().get(pk=match.entry_id)
    kept = EntryMatch.objects.select_for_update().get(pk=match.pk)
    if kept.undone_at is not None:
        raise MatchUndone
    if kept.transfer:
        reverse_transfer(transfer=kept.transfer, actor=actor, reason=reason, at=at)
    if kept.request:
        note_refund_missing(kept.request)
    kept.undone_at = at
    kept.save(update_fields=["undone_at"])
    # One that was only made of this money is waited for by nobody.
    made_of_it = Donation.objects.filter(
        bank_matches=kept, state=DonationState.PROMISED, expires_at=None
    )
    made_of_it.update(state=DonationState.FAILED)
    wait_again(entry)
    write_audit(
        actor=actor,
        action="match-undone",
        subject=entry,
        before=_said(kept),
        reason=reason,
        at=at,
    )


def _match(entry: BankEntry, share: Share, *, actor: User, at: datetime) -> EntryMatch:
    gift = locked(share.gift)
    if gift.is_test or gift.currency != entry.currency:
        raise WrongGift(reference=gift.reference)
    if (known := noted_before(gift, entry, share.amount)) is not None:
        match = tie(entry, known, actor=actor, at=at)
    elif entry.amount < 0:
        match = _match_refund(entry, gift, share.amount, actor=actor, at=at)
    else:
        match = _match_gift(entry, gift, share.amount, actor=actor, at=at)
    if entry.amount > 0 and gift.pledge:
        follow_standing_order(gift.pledge, paid_on=entry.booked_on, at=at)
    return match


def _match_gift(
    entry: BankEntry, gift: Donation, amount: int, *, actor: User, at: datetime
) -> EntryMatch:
    is_another = gift.state == DonationState.SETTLED and gift.interval != Interval.ONCE
    if is_another and gift.pledge:
        moment = moment_of(entry.booked_on)
        gift = locked(next_gift_of(gift.pledge, amount=amount, at=moment))
    [transfer] = append_to_gift(gift, [gift_line(entry, amount)], at=at)
    return _keep_match(entry, gift, transfer, actor=actor, at=at)


def _match_refund(
    entry: BankEntry, gift: Donation, amount: int, *, actor: User, at: datetime
) -> EntryMatch:
    [transfer] = append_to_gift(gift, [_refund_line(entry, amount)], at=at)
    request = note_refund_booked(donation=gift, amount=amount, actor=actor, at=at)
    return _keep_match(entry, gift, transfer, request=request, actor=actor, at=at)


def _keep_match(
    entry: BankEntry,
    gift: Donation,
    transfer: Transfer,
    *,
    request: RefundRequest | None = None,
    actor: User,
    at: datetime,
) -> EntryMatch:
    entry.shares += 1
    return EntryMatch.objects.create(
        entry=entry,
        donation=gift,
        amount=transfer.amount,
        transfer=transfer,
        request=request,
        actor=actor,
        made_at=at,
    )


def _keep_matches(
    entry: BankEntry, matches: Sequence[EntryMatch], *, actor: User, at: datetime
) -> None:
    """Wait for what is left of `entry`, if anything is, and keep who said so."""
    state = EntryState.WAITING if left_of(entry) else EntryState.MATCHED
    settle(entry, state, actor=actor, at=at)
    after = {what: amount for match in matches for what, amount in _said(match).items()}
    write_audit(actor=actor, action="entry-matched", subject=entry, after=after, at=at)


def _said(match: EntryMatch) -> dict[str, int]:
    if match.donation:
        return {match.donation.reference: match.amount}
    return {match.known.key if match.known else "": match.amount}


def _refund_line(entry: BankEntry, amount: int) -> Line:
    return Line(
        key=f"{BANK}:{entry.fingerprint}:{entry.shares + 1}:refund",
        kind="refund",
        debit=REFUNDS,
        credit=AT_BANK,
        amount=amount,
        happened_at=moment_of(entry.booked_on),
    )
