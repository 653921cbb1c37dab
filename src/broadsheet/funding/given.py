"""What donors gave, as the ledger has it: for their receipts, their page, and what is known of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from broadsheet.accounts.models import Strength, User

from .facts import GIFTS, TEST
from .ledger import Balances
from .models import Donor, Transfer

SUPPORTER_FOR: Final = timedelta(days=365)
"""For so long after the last gift somebody is a supporter."""


@dataclass(frozen=True, kw_only=True)
class GivenGift:
    """A gift that was received on a day: what was paid with its fee cover, and what of it went back.

    Both in minor units of `currency`.
    """

    donation_id: int
    reference: str
    received_on: date
    amount: int
    returned: int
    currency: str
    is_test: bool

    @property
    def kept(self) -> int:
        """What is left of it, in minor units."""
        return self.amount - self.returned


def gifts_of(donors: Iterable[int], *, until: datetime | None = None) -> list[GivenGift]:
    """Answer what the donors with these ids gave, oldest first, of what was posted by `until`. One query.

    Gifts that were reversed altogether are not among them.
    """
    posted = Transfer.objects.filter(donation__donor__in=list(donors))
    if until is not None:
        posted = posted.filter(posted_at__lte=until)
    by_gift: dict[int, list[Transfer]] = defaultdict(list)
    for transfer in posted.select_related("debit", "credit", "donation").order_by("pk"):
        assert transfer.donation_id is not None
        by_gift[transfer.donation_id].append(transfer)
    gifts = [gift for transfers in by_gift.values() if (gift := _gift(transfers))]
    return sorted(gifts, key=lambda gift: (gift.received_on, gift.donation_id))


def gave_lately(person: User, *, at: datetime) -> bool:
    """Whether `person` gave within the last year, of which something is left. Two queries."""
    since = timezone.localdate(at - SUPPORTER_FOR)
    donors = donors_of(person).values_list("pk", flat=True)
    return any(
        gift.kept > 0 and gift.received_on >= since and not gift.is_test
        for gift in gifts_of(donors, until=at)
    )


def donors_of(person: User) -> QuerySet[Donor]:
    """Those who are `person`: linked to them, or with the address that they have proven is theirs."""
    theirs = Q(person=person)
    if person.email and person.strength in (Strength.CONFIRMED, Strength.ACCOUNT):
        theirs |= Q(person=None, email__iexact=person.email)
    return Donor.objects.filter(theirs, erased_at=None).order_by("pk")


def _gift(transfers: list[Transfer]) -> GivenGift | None:
    held = Balances()
    for one in transfers:
        held = held.after(debit=one.debit.code, credit=one.credit.code, amount=one.amount)
    amount = held.given + held.covered
    came_at = [one.happened_at for one in transfers if one.credit.code.removeprefix(TEST) == GIFTS]
    donation = transfers[0].donation
    if amount <= 0 or not came_at or donation is None:
        return None
    return GivenGift(
        donation_id=donation.pk,
        reference=donation.reference,
        received_on=timezone.localdate(min(came_at)),
        amount=amount,
        returned=min(max(held.returned, 0), amount),
        currency=donation.currency,
        is_test=donation.is_test,
    )
