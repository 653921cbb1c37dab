"""Which gifts a bank's entries could be."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from broadsheet.core.text import normalise_name
from broadsheet.funding.models import (
    BankEntry,
    Donation,
    DonationState,
    EntryMatch,
    RefundRequest,
    RefundState,
)
from broadsheet.funding.money import Money
from broadsheet.funding.references import near_references, read_references

NEAR_DAYS = timedelta(days=60)
MOST = 6
OPEN = (DonationState.BEGUN, DonationState.PROMISED, DonationState.EXPIRED)


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A gift that an entry could be, and `why`; where it `is_part`, others are named besides.

    `part` is how much of what is left of the entry would be it, in minor units.
    """

    gift_id: int
    reference: str
    promised: Money
    donor: str
    begun_on: date
    state: str
    why: str
    part: int
    is_part: bool


def entry_suggestions(
    entries: Sequence[BankEntry], *, with_donors: bool
) -> dict[int, tuple[Suggestion, ...]]:
    """Answer by its key for each of `entries` which gifts it could be, the likeliest first. Four queries.

    Of each it is known how much is `matched`. Gifts that it was found to be already are not named again.
    """
    said = {entry.pk: read_references(entry.text) for entry in entries}
    near = {entry.pk: near_references(entry.text) for entry in entries if not said[entry.pk]}
    wanted = {each for found in (*said.values(), *near.values()) for each in found}
    gifts = Donation.objects.filter(is_test=False).select_related("donor")
    by_reference = {gift.reference: gift for gift in gifts.filter(reference__in=wanted)}
    by_amount: defaultdict[tuple[int, str], list[Donation]] = defaultdict(list)
    for gift in gifts.filter(amount__in={entry.amount for entry in entries}, state__in=OPEN):
        by_amount[gift.amount + gift.cover, gift.currency].append(gift)
    standing = EntryMatch.objects.filter(entry__in=entries, undone_at=None)
    taken = set(standing.values_list("entry_id", "donation_id"))
    agreed = _agreed(by_reference)
    found = {}
    for entry in entries:
        likely = [
            *(_by_reference(entry, by_reference.get(each), agreed) for each in said[entry.pk]),
            *(
                (by_reference.get(each), _("a reference like it"))
                for each in near.get(entry.pk, ())
            ),
            *((gift, why) for gift, why in _by_amount(entry, by_amount)),
        ]
        found[entry.pk] = tuple(
            _suggestion(entry, gift, why, is_part=len(said[entry.pk]) > 1, named=with_donors)
            for gift, why in _each_once(likely)
            if (entry.pk, gift.pk) not in taken
        )[:MOST]
    return found


def _agreed(gifts: dict[str, Donation]) -> dict[tuple[int, int], str]:
    """Which refunds of `gifts` are agreed, by the gift and the amount: what to say of each."""
    requests = RefundRequest.objects.filter(
        donation__in=gifts.values(), state=RefundState.AGREED
    ).order_by("-asked_at")
    return {
        (request.donation_id, request.amount): _("the refund agreed on %(day)s")
        % {
            "day": date_format(
                timezone.localtime(request.decided_at or request.asked_at), "DATE_FORMAT"
            )
        }
        for request in requests
    }


def _by_reference(
    entry: BankEntry, gift: Donation | None, agreed: dict[tuple[int, int], str]
) -> tuple[Donation | None, str]:
    refund = agreed.get((gift.pk, -entry.amount)) if gift else None
    return gift, refund or _("its reference")


def _by_amount(
    entry: BankEntry, gifts: dict[tuple[int, str], list[Donation]]
) -> list[tuple[Donation, str]]:
    """Gifts of the same amount, begun around the day; those whose donor is called alike first."""
    close = [
        gift
        for gift in gifts.get((entry.amount, entry.currency), ())
        if abs(timezone.localdate(gift.begun_at) - entry.booked_on) <= NEAR_DAYS
    ]
    alike = [(gift, _("its amount and its name")) for gift in close if _is_alike(entry, gift)]
    return [*alike, *((gift, _("its amount")) for gift in close if not _is_alike(entry, gift))]


def _is_alike(entry: BankEntry, gift: Donation) -> bool:
    paid = set(normalise_name(entry.counterparty).casefold().split())
    gave = set(normalise_name(gift.donor.name if gift.donor else "").casefold().split())
    return bool(gave) and gave <= paid


def _each_once(likely: list[tuple[Donation | None, str]]) -> list[tuple[Donation, str]]:
    kept: dict[int, tuple[Donation, str]] = {}
    for gift, why in likely:
        if gift is not None:
            kept.setdefault(gift.pk, (gift, why))
    return list(kept.values())


def _suggestion(
    entry: BankEntry, gift: Donation, why: str, *, is_part: bool, named: bool
) -> Suggestion:
    left = abs(entry.amount) - entry.matched  # type: ignore[attr-defined]
    promised = gift.amount + gift.cover
    return Suggestion(
        gift_id=gift.pk,
        reference=gift.reference,
        promised=Money(promised, gift.currency),
        donor=str(gift.donor or "") if named else "",
        begun_on=timezone.localdate(gift.begun_at),
        state=gift.get_state_display(),
        why=why,
        part=min(left, promised) if is_part else left,
        is_part=is_part,
    )
