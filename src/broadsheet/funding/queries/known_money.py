"""What the ledger holds already that a bank's entries could be: written down by hand, or told by a provider."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from broadsheet.funding.models import BankEntry, Transfer, money_without_entry, near
from broadsheet.funding.money import Money
from broadsheet.funding.references import read_references

from .way_names import way_names

PAYOUT_NEAR = timedelta(days=5)
"""How long a payout takes to be booked at most, with a weekend and a holiday between."""
MOST = 4


@dataclass(frozen=True, kw_only=True)
class KnownMoney:
    """Money of which no entry is known yet: `what` says what it is; `gift_id` is None for a payout."""

    transfer_id: int
    gift_id: int | None
    what: str
    amount: Money
    donor: str


def known_money(
    entries: Sequence[BankEntry], *, with_donors: bool
) -> dict[int, tuple[KnownMoney, ...]]:
    """Answer by its key for each of `entries` what of the ledger it could be, the likeliest first. One query.

    Of each it is known how much is `matched`. Suggested is what has just the amount that is left, and whose
    reference it says, or which was around that day: gifts and refunds within two weeks, payouts within five days.
    """
    amounts = {_left(entry) for entry in entries}
    by_amount: defaultdict[tuple[int, str, bool], list[Transfer]] = defaultdict(list)
    chosen = money_without_entry().select_related("debit", "credit", "donation__donor")
    if amounts:
        for transfer in chosen.filter(amount__in=amounts).order_by("happened_at", "pk"):
            came_in = transfer.kind != "refund"
            by_amount[transfer.amount, transfer.currency, came_in].append(transfer)
    names = way_names()
    found = {}
    for entry in entries:
        same = by_amount[_left(entry), entry.currency, entry.amount > 0]
        said = read_references(entry.text)
        likely = [each for each in same if _could_be(entry, each, said)]
        likely.sort(key=lambda each: _is_said(each, said), reverse=True)
        found[entry.pk] = tuple(
            _known(each, names, with_donors=with_donors) for each in likely[:MOST]
        )
    return found


def what_it_is(transfer: Transfer, names: dict[str, str]) -> str:
    """Say what `transfer` is, whose accounts and gift are at hand; `names` are those of providers."""
    day = date_format(timezone.localtime(transfer.happened_at), "DATE_FORMAT")
    if transfer.kind == "payout":
        code = transfer.credit.code.removeprefix("asset:")
        return _("The payout of %(provider)s of %(day)s") % {
            "provider": names.get(code, code),
            "day": day,
        }
    if transfer.kind == "refund":
        return _("The refund of %(day)s") % {"day": day}
    return _("Received on %(day)s, as somebody wrote down") % {"day": day}


def _left(entry: BankEntry) -> int:
    return abs(entry.amount) - entry.matched  # type: ignore[attr-defined,no-any-return]


def _could_be(entry: BankEntry, transfer: Transfer, said: tuple[str, ...]) -> bool:
    if transfer.kind == "payout":
        booked = timezone.localdate(transfer.happened_at)
        return not said and abs(booked - entry.booked_on) <= PAYOUT_NEAR
    began, ended = near(entry.booked_on)
    return _is_said(transfer, said) or (not said and began <= transfer.happened_at <= ended)


def _is_said(transfer: Transfer, said: tuple[str, ...]) -> bool:
    return transfer.donation is not None and transfer.donation.reference in said


def _known(transfer: Transfer, names: dict[str, str], *, with_donors: bool) -> KnownMoney:
    gift = transfer.donation
    return KnownMoney(
        transfer_id=transfer.pk,
        gift_id=transfer.donation_id,
        what=f"{gift.reference}: {what_it_is(transfer, names)}"
        if gift
        else what_it_is(transfer, names),
        amount=Money(transfer.amount, transfer.currency),
        donor=str(gift.donor or "") if gift and with_donors else "",
    )
