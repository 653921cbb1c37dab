"""Tying a bank's entry to money that the ledger held already: for the commands that match, and for nobody else."""

from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.funding.facts import UNMATCHED
from broadsheet.funding.models import (
    AT_BANK,
    BankEntry,
    Donation,
    EntryMatch,
    Transfer,
    money_without_entry,
    near,
)
from broadsheet.funding.providers.bank import BANK

from .import_statement import moment_of
from .lines import Line
from .posting import append_entry


def noted_before(gift: Donation, entry: BankEntry, amount: int) -> Transfer | None:
    """What somebody wrote down of `gift`, which is locked, that `amount` of `entry` says now; None if nothing.

    That is a gift or a refund of just that amount, around the day on which the bank booked it.
    """
    noted = money_without_entry().filter(
        donation=gift,
        kind="gift" if entry.amount > 0 else "refund",
        amount=amount,
        happened_at__range=near(entry.booked_on),
    )
    return noted.order_by("happened_at", "pk").first()


def tie(entry: BankEntry, known: Transfer, *, actor: User | None, at: datetime) -> EntryMatch:
    """Keep that `entry`, which is locked, says what is `known` already, and that this is now known of it.

    What its import wrote of money that came in is taken back, or it would be at the bank twice.
    """
    taken_back = None
    if entry.amount > 0:
        taken_back = move_unmatched(
            entry,
            known.amount,
            kind="known_before",
            debit=UNMATCHED,
            credit=AT_BANK,
            happened_at=moment_of(entry.booked_on),
            at=at,
        )
    return EntryMatch.objects.create(
        entry=entry,
        donation=known.donation,
        amount=known.amount,
        transfer=taken_back,
        known=known,
        actor=actor,
        made_at=at,
    )


def move_unmatched(
    entry: BankEntry,
    amount: int,
    *,
    kind: str,
    debit: str,
    credit: str,
    happened_at: datetime,
    at: datetime,
) -> Transfer:
    """Write that `amount` of `entry` left what is nobody's yet, or came back to it."""
    entry.shares += 1
    line = Line(
        key=f"{BANK}:{entry.fingerprint}:{entry.shares}:{kind}",
        kind=kind,
        debit=debit,
        credit=credit,
        amount=amount,
        happened_at=happened_at,
    )
    return append_entry(line, currency=entry.currency, at=at)
