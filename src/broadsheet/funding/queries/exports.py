"""Everything to take along: gifts, the ledger and donors as tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.funding.models import Donation, DonationState, Donor, Transfer
from broadsheet.funding.money import Money
from broadsheet.funding.periods import first_moment
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.spreadsheets import Cell

from .movements import moments_of_day

AT_ONCE = 2_000


@dataclass(frozen=True, kw_only=True)
class Table:
    """What is exported: `heading` names the columns, `rows` are read as they are asked for."""

    heading: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def exported_gifts(first: date, last: date, *, viewer: User) -> Table:
    """Answer the gifts begun from the day `first` to `last`; with donors for who may see who gives.

    Raises `NotAllowed`.
    """
    policy.require(Permission.EXPORT, viewer)
    shows_donors = policy.allows(Permission.VIEW_DONORS, viewer)
    began, ended = first_moment(first, timezone.get_default_timezone()), moments_of_day(last)[1]
    gifts = Donation.objects.filter(begun_at__gte=began, begun_at__lt=ended)
    heading = (
        *("reference", "begun_at", "received_at", "counts_on", "state", "is_test", "campaign"),
        *("amount", "cover", "currency", "interval", "way", "source_path", "source_ask"),
    )
    of_donor = ("donor", "donor_name", "donor_email", "is_public", "public_name", "message")
    chosen = gifts.select_related("campaign", "donor").order_by("pk").iterator(AT_ONCE)
    return Table(
        heading=(*heading, *of_donor) if shows_donors else heading,
        rows=(_gift(gift, with_donor=shows_donors) for gift in chosen),
    )


def _gift(gift: Donation, *, with_donor: bool) -> tuple[Cell, ...]:
    row: tuple[Cell, ...] = (
        gift.reference,
        gift.begun_at,
        gift.settled_at,
        gift.counts_on,
        gift.state,
        int(gift.is_test),
        gift.campaign.slug,
        Money(gift.amount, gift.currency),
        Money(gift.cover, gift.currency),
        gift.currency,
        gift.interval,
        gift.provider,
        gift.source_path,
        gift.source_ask,
    )
    if not with_donor:
        return row
    donor = gift.donor
    return (
        *row,
        donor.pk if donor else None,
        donor.name if donor else "",
        donor.email if donor else "",
        int(gift.is_public),
        gift.public_name,
        gift.message,
    )


def exported_ledger(first: date, last: date, *, viewer: User) -> Table:
    """Answer the transfers that happened from the day `first` to `last`, test money too. Raises `NotAllowed`."""
    policy.require(Permission.EXPORT, viewer)
    began, ended = first_moment(first, timezone.get_default_timezone()), moments_of_day(last)[1]
    chosen = Transfer.objects.filter(happened_at__gte=began, happened_at__lt=ended)
    related = chosen.select_related("debit", "credit", "donation", "campaign", "reverses")
    return Table(
        heading=(
            *("id", "key", "kind", "happened_at", "posted_at", "debit", "credit", "amount"),
            *("currency", "gift", "campaign", "counts_on", "counted", "campaign_currency"),
            *("rate", "reverses", "reason"),
        ),
        rows=(_transfer(one) for one in related.order_by("pk").iterator(AT_ONCE)),
    )


def _transfer(one: Transfer) -> tuple[Cell, ...]:
    campaign = one.campaign
    return (
        one.pk,
        one.key,
        one.kind,
        one.happened_at,
        one.posted_at,
        one.debit.code,
        one.credit.code,
        Money(one.amount, one.currency),
        one.currency,
        one.donation.reference if one.donation else "",
        campaign.slug if campaign else "",
        one.counts_on,
        Money(one.counted, campaign.currency) if campaign else None,
        campaign.currency if campaign else "",
        one.rate,
        one.reverses_id,
        one.reason,
    )


def exported_donors(*, viewer: User) -> Table:
    """Answer all donors that were not erased, and what they gave. Raises `NotAllowed`."""
    policy.require(Permission.EXPORT, viewer)
    policy.require(Permission.VIEW_DONORS, viewer)
    received = Q(donations__state=DonationState.SETTLED, donations__is_test=False)
    donors = Donor.objects.filter(erased_at=None).annotate(
        received=Count("donations", filter=received),
        first_at=Min("donations__settled_at", filter=received),
        last_at=Max("donations__settled_at", filter=received),
    )
    return Table(
        heading=(
            *("donor", "name", "email", "postal_address", "language", "made_at"),
            *("gifts", "first_gift_at", "last_gift_at"),
        ),
        rows=_donors(donors.order_by("pk").iterator(AT_ONCE)),
    )


def _donors(donors: Iterable[Donor]) -> Iterator[tuple[Cell, ...]]:
    for donor in donors:
        yield (
            donor.pk,
            donor.name,
            donor.email,
            donor.postal_address,
            donor.language,
            donor.made_at,
            *(getattr(donor, name) for name in ("received", "first_at", "last_at")),
        )
