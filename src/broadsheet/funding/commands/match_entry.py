"""Saying at the desk whose a bank's entry is; and taking that back."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.text import normalise_name
from broadsheet.funding.facts import REFUNDS, UNMATCHED
from broadsheet.funding.models import (
    BankEntry,
    Campaign,
    Donation,
    DonationState,
    Donor,
    EntryDoubt,
    EntryMatch,
    EntryState,
    Interval,
    Transfer,
)
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.providers.bank import BANK
from broadsheet.funding.references import new_reference

from .follow_standing_order import follow_standing_order, next_gift_of
from .import_statement import moment_of
from .lines import Line
from .match_entries import gift_line
from .posting import append_entry, append_to_gift, locked
from .reverse_transfer import reverse_transfer
from .write_audit import write_audit

KEY_BYTES: Final = 32
NAME_LENGTH: Final = 120


class EntrySettled(Refused):
    code = "entry-settled"
    status = 409
    message = _("Somebody has said already what this entry is.")


class SharesRefused(Refused):
    code = "shares-refused"
    status = 422
    message = _("The parts have to be more than nothing, and no more together than what came.")


class WrongGift(Refused):
    code = "wrong-gift"
    status = 409
    message = _("The gift %(reference)s cannot be this money: another currency, or a test.")


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
    added; of a standing order it is the next gift. What went out is a refund. Raises `EntrySettled`,
    `SharesRefused` and `WrongGift`, and what `post_facts` raises.
    """
    kept = _waiting(entry, actor)
    left = abs(kept.amount) - _matched(kept)
    if not shares or min(share.amount for share in shares) <= 0:
        raise SharesRefused
    if sum(share.amount for share in shares) > left:
        raise SharesRefused
    matches = [_match(kept, share, actor=actor, at=at) for share in shares]
    is_whole = sum(share.amount for share in shares) == left
    _settle(kept, EntryState.MATCHED if is_whole else EntryState.WAITING, actor=actor, at=at)
    write_audit(
        actor=actor,
        action="entry-matched",
        subject=kept,
        after={match.donation.reference: match.amount for match in matches},
        at=at,
    )
    return matches


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
    kept = _waiting(entry, actor)
    left = kept.amount - _matched(kept)
    if left <= 0:
        raise SharesRefused
    gift = Donation.objects.create(
        reference=new_reference(),
        key=secrets.token_urlsafe(KEY_BYTES),
        campaign=campaign,
        donor=_donor(name, email.strip(), at=at),
        amount=left,
        currency=kept.currency,
        provider=BANK,
        begun_at=moment_of(kept.booked_on),
    )
    match_entry(entry=kept, shares=[Share(gift=gift, amount=left)], actor=actor, at=at)
    gift.refresh_from_db()
    return gift


@transaction.atomic
def set_entry_aside(*, entry: BankEntry, reason: str, actor: User, at: datetime) -> None:
    """Say that `entry` is no gift: it leaves the ledger again. Raises `EntrySettled`."""
    kept = _waiting(entry, actor)
    if _matched(kept):
        raise EntrySettled
    if kept.amount > 0:
        _move_unmatched(kept, kind="set_aside", debit=UNMATCHED, credit=f"asset:{BANK}", at=at)
    _settle(kept, EntryState.SET_ASIDE, actor=actor, at=at)
    write_audit(actor=actor, action="entry-set-aside", subject=kept, reason=reason, at=at)


@transaction.atomic
def put_entry_back(*, entry: BankEntry, actor: User, at: datetime) -> None:
    """Have an `entry` that was set aside wait again. Raises `EntrySettled` if it was not."""
    policy.require(Permission.RECONCILE, actor)
    kept = BankEntry.objects.select_for_update().get(pk=entry.pk)
    if kept.state != EntryState.SET_ASIDE:
        raise EntrySettled
    if kept.amount > 0:
        _move_unmatched(kept, kind="put_back", debit=f"asset:{BANK}", credit=UNMATCHED, at=at)
    _wait_again(kept)
    write_audit(actor=actor, action="entry-put-back", subject=kept, at=at)


@transaction.atomic
def undo_match(*, match: EntryMatch, reason: str, actor: User, at: datetime) -> None:
    """Take back that part of an entry was this gift: both wait again. Raises `MatchUndone`."""
    policy.require(Permission.RECONCILE, actor)
    entry = BankEntry.objects.select_for_update().get(pk=match.entry_id)
    kept = EntryMatch.objects.select_for_update().get(pk=match.pk)
    if kept.undone_at is not None:
        raise MatchUndone
    reverse_transfer(transfer=kept.transfer, actor=actor, reason=reason, at=at)
    kept.undone_at = at
    kept.save(update_fields=["undone_at"])
    # One that was only made of this money is waited for by nobody.
    made_of_it = Donation.objects.filter(
        pk=kept.donation_id, state=DonationState.PROMISED, expires_at=None
    )
    made_of_it.update(state=DonationState.FAILED)
    _wait_again(entry)
    write_audit(
        actor=actor,
        action="match-undone",
        subject=entry,
        before={kept.donation.reference: kept.amount},
        reason=reason,
        at=at,
    )


def _waiting(entry: BankEntry, actor: User) -> BankEntry:
    """`entry`, locked, if it waits and `actor` may say what it is."""
    policy.require(Permission.RECONCILE, actor)
    kept = BankEntry.objects.select_for_update().get(pk=entry.pk)
    if kept.state != EntryState.WAITING:
        raise EntrySettled
    return kept


def _matched(entry: BankEntry) -> int:
    """How much of `entry` is known to be somebody's."""
    standing = entry.matches.filter(undone_at=None)
    return standing.aggregate(sum=Sum("amount"))["sum"] or 0


def _match(entry: BankEntry, share: Share, *, actor: User, at: datetime) -> EntryMatch:
    gift = locked(share.gift)
    if gift.is_test or gift.currency != entry.currency:
        raise WrongGift(reference=gift.reference)
    is_another = gift.state == DonationState.SETTLED and gift.interval != Interval.ONCE
    if entry.amount > 0 and is_another and gift.pledge:
        moment = moment_of(entry.booked_on)
        gift = locked(next_gift_of(gift.pledge, amount=share.amount, at=moment))
    line = gift_line(entry, share.amount) if entry.amount > 0 else _refund_line(entry, share.amount)
    [transfer] = append_to_gift(gift, [line], at=at)
    entry.shares += 1
    if entry.amount > 0 and gift.pledge:
        follow_standing_order(gift.pledge, paid_on=entry.booked_on, at=at)
    return EntryMatch.objects.create(
        entry=entry,
        donation=gift,
        amount=share.amount,
        transfer=transfer,
        actor=actor,
        made_at=at,
    )


def _refund_line(entry: BankEntry, amount: int) -> Line:
    return Line(
        key=f"{BANK}:{entry.fingerprint}:{entry.shares + 1}:refund",
        kind="refund",
        debit=REFUNDS,
        credit=f"asset:{BANK}",
        amount=amount,
        happened_at=moment_of(entry.booked_on),
    )


def _move_unmatched(
    entry: BankEntry, *, kind: str, debit: str, credit: str, at: datetime
) -> Transfer:
    entry.shares += 1
    line = Line(
        key=f"{BANK}:{entry.fingerprint}:{entry.shares}:{kind}",
        kind=kind,
        debit=debit,
        credit=credit,
        amount=entry.amount,
        happened_at=at,
    )
    return append_entry(line, currency=entry.currency, at=at)


def _settle(entry: BankEntry, state: EntryState, *, actor: User, at: datetime) -> None:
    entry.state, entry.settled_by, entry.settled_at = state, actor, at
    entry.doubt = entry.doubt or EntryDoubt.SEVERAL
    entry.save(update_fields=["state", "settled_by", "settled_at", "doubt", "shares"])


def _wait_again(entry: BankEntry) -> None:
    entry.state, entry.doubt = EntryState.WAITING, EntryDoubt.UNDONE
    entry.settled_by = entry.settled_at = None
    entry.save(update_fields=["state", "doubt", "settled_by", "settled_at", "shares"])


def _donor(name: str, email: str, *, at: datetime) -> Donor | None:
    name = normalise_name(name)[:NAME_LENGTH]
    if email:
        known = Donor.objects.filter(email__iexact=email).first()
        return known or Donor.objects.create(email=email, name=name, made_at=at)
    return Donor.objects.create(name=name, made_at=at) if name else None
