"""Finding by themselves the gifts that a bank's entries are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef

from broadsheet.funding.facts import GIFTS, UNMATCHED
from broadsheet.funding.models import (
    BankEntry,
    Donation,
    EntryDoubt,
    EntryMatch,
    EntryState,
    Interval,
    Pledge,
    Transfer,
)
from broadsheet.funding.providers.bank import BANK
from broadsheet.funding.references import near_references, read_references

from .follow_standing_order import follow_standing_order, next_gift_of
from .import_statement import moment_of
from .lines import Line
from .posting import append_first_money, append_to_gift
from .tying import noted_before, tie

AT_ONCE: Final = 500


def match_entries(*, at: datetime) -> int:
    """Look at all entries that nobody has looked at, and match those that say clearly what they are.

    That is, one reference of a gift that is waited for, and its amount; or of a standing order; or of a gift of
    which somebody wrote down just that amount around that day: then it is that, and not counted again. The others
    wait for the desk, and it is kept why. Answers how many were matched. A few hundred are matched in one
    transaction: what was interrupted goes on with the next.
    """
    matched = 0
    while True:
        with transaction.atomic():
            entries = list(
                BankEntry.objects.select_for_update(skip_locked=True)
                .filter(state=EntryState.WAITING, doubt=EntryDoubt.NONE)
                .order_by("pk")[:AT_ONCE]
            )
            if not entries:
                return matched
            matched += _match(entries, at=at)


@dataclass
class _Sorting:
    """What became clear of some entries: whose they are, or why that is in doubt."""

    first: list[tuple[BankEntry, Donation]] = field(default_factory=list)
    again: list[tuple[BankEntry, Pledge]] = field(default_factory=list)
    noted: dict[int, tuple[BankEntry, Transfer]] = field(default_factory=dict)
    doubts: defaultdict[EntryDoubt, list[int]] = field(default_factory=lambda: defaultdict(list))


def _match(entries: Sequence[BankEntry], *, at: datetime) -> int:
    references = {entry.pk: read_references(entry.text) for entry in entries}
    gifts = _gifts_of(references.values())
    sorting = _Sorting()
    taken: set[int] = set()
    for entry in entries:
        doubt = _sort(entry, references[entry.pk], gifts, taken, sorting)
        if doubt is not None:
            sorting.doubts[doubt].append(entry.pk)
    for reason, keys in sorting.doubts.items():
        BankEntry.objects.filter(pk__in=keys).update(doubt=reason)
    _post_first(sorting.first, at=at)
    for entry, pledge in sorting.again:
        _post_again(entry, pledge, at=at)
    for entry, known in sorting.noted.values():
        _tie(entry, known, at=at)
    return len(sorting.first) + len(sorting.again) + len(sorting.noted)


def _gifts_of(references: Iterable[tuple[str, ...]]) -> Mapping[str, Donation]:
    """The gifts with these references, or whose standing orders have them: the first of each; locked."""
    wanted = {reference for each in references for reference in each}
    chosen = (
        Donation.objects.select_for_update(of=("self",))
        .select_related("campaign", "pledge")
        .annotate(has_money=Exists(Transfer.objects.filter(donation=OuterRef("pk"))))
    )
    gifts = {gift.reference: gift for gift in chosen.filter(reference__in=wanted).order_by("pk")}
    orders = chosen.filter(pledge__reference__in=wanted - set(gifts)).order_by("-pk")
    return {gift.pledge.reference: gift for gift in orders if gift.pledge} | gifts


def _sort(
    entry: BankEntry,
    references: tuple[str, ...],
    gifts: Mapping[str, Donation],
    taken: set[int],
    sorting: _Sorting,
) -> EntryDoubt | None:
    """Put `entry` where it belongs, or answer why that is in doubt. A gift that is `taken` is received already."""
    if (unclear := _unclear(entry, references)) is not None:
        return unclear
    gift = gifts.get(references[0])
    if gift is None or gift.is_test or gift.provider != BANK:
        return EntryDoubt.UNKNOWN
    if gift.currency != entry.currency or gift.currency != gift.campaign.currency:
        return EntryDoubt.CURRENCY
    if gift.has_money and _is_noted(entry, gift, sorting):  # type: ignore[attr-defined]
        return None
    is_received = gift.pk in taken or gift.has_money  # type: ignore[attr-defined]
    doubt = None
    if is_received and (gift.pledge is None or gift.interval == Interval.ONCE):
        doubt = EntryDoubt.AGAIN
    elif entry.amount != gift.amount + gift.cover:
        doubt = EntryDoubt.AMOUNT
    elif is_received and gift.pledge:
        sorting.again.append((entry, gift.pledge))
    else:
        sorting.first.append((entry, gift))
        taken.add(gift.pk)
    return doubt


def _is_noted(entry: BankEntry, gift: Donation, sorting: _Sorting) -> bool:
    """Whether `entry` is what somebody wrote down of `gift`; then that is one entry's, and no other's."""
    known = noted_before(gift, entry, entry.amount)
    if known is None or known.pk in sorting.noted:
        return False
    sorting.noted[known.pk] = (entry, known)
    return True


def _unclear(entry: BankEntry, references: tuple[str, ...]) -> EntryDoubt | None:
    if entry.amount < 0:
        return EntryDoubt.OUTGOING
    if entry.is_return:
        return EntryDoubt.RETURNED
    if len(references) > 1:
        return EntryDoubt.SEVERAL
    if not references:
        near = near_references(entry.text)
        is_near = bool(near) and Donation.objects.filter(reference__in=near).exists()
        return EntryDoubt.MISSPELT if is_near else EntryDoubt.NO_REFERENCE
    return None


def _post_first(pairs: Sequence[tuple[BankEntry, Donation]], *, at: datetime) -> None:
    by_currency: defaultdict[str, list[tuple[BankEntry, Donation]]] = defaultdict(list)
    for entry, gift in pairs:
        by_currency[entry.currency].append((entry, gift))
    for currency, each in by_currency.items():
        lines = [(gift, gift_line(entry, entry.amount)) for entry, gift in each]
        transfers = append_first_money(lines, currency=currency, at=at)
        note_matches(each, transfers, at=at)
    for entry, gift in pairs:
        if gift.pledge:
            follow_standing_order(gift.pledge, paid_on=entry.booked_on, at=at)


def _post_again(entry: BankEntry, pledge: Pledge, *, at: datetime) -> None:
    gift = next_gift_of(pledge, amount=entry.amount, at=moment_of(entry.booked_on))
    transfers = append_to_gift(gift, [gift_line(entry, entry.amount)], at=at)
    note_matches([(entry, gift)], transfers, at=at)
    follow_standing_order(pledge, paid_on=entry.booked_on, at=at)


def _tie(entry: BankEntry, known: Transfer, *, at: datetime) -> None:
    tie(entry, known, actor=None, at=at)
    entry.state, entry.settled_at = EntryState.MATCHED, at
    entry.save(update_fields=["state", "settled_at", "shares"])
    if known.donation and known.donation.pledge:
        follow_standing_order(known.donation.pledge, paid_on=entry.booked_on, at=at)


def gift_line(entry: BankEntry, amount: int) -> Line:
    """How it is written down that `amount` of `entry` is the gift it is posted to."""
    return Line(
        key=f"{BANK}:{entry.fingerprint}:{entry.shares + 1}:gift",
        kind="gift",
        debit=UNMATCHED,
        credit=GIFTS,
        amount=amount,
        happened_at=moment_of(entry.booked_on),
    )


def note_matches(
    pairs: Sequence[tuple[BankEntry, Donation]], transfers: Sequence[Transfer], *, at: datetime
) -> None:
    """Keep that each entry is wholly its gift, by its transfer, and wait for it no longer."""
    EntryMatch.objects.bulk_create(
        EntryMatch(
            entry=entry,
            donation=gift,
            amount=transfer.amount,
            transfer=transfer,
            made_at=at,
        )
        for (entry, gift), transfer in zip(pairs, transfers, strict=True)
    )
    BankEntry.objects.filter(pk__in=[entry.pk for entry, _gift in pairs]).update(
        state=EntryState.MATCHED, shares=1, settled_at=at
    )
