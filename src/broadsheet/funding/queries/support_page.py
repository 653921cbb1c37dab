from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound
from broadsheet.funding.given import GivenGift, donors_of, gifts_of
from broadsheet.funding.models import BadgeWish, Donor, Pledge, PledgeState, Receipt, ReceiptKind
from broadsheet.funding.money import Money
from broadsheet.funding.providers import Ability, provider
from broadsheet.funding.tokens import Purpose, new_token, read_token

MOST_GIFTS = 200
OVER = (PledgeState.ENDED, PledgeState.BEGUN)


@dataclass(frozen=True, kw_only=True)
class PledgeLine:
    """A recurring gift, and what its donor can do with it here."""

    id: int
    token: str
    amount: Money
    is_yearly: bool
    state: str
    is_failing: bool
    is_paused: bool
    is_over: bool
    is_test: bool
    is_by_hand: bool
    next_on: date | None
    paused_until: date | None
    ends_on: date | None
    may_pause: bool
    may_change_amount: bool
    may_change_card: bool


@dataclass(frozen=True, kw_only=True)
class GiftLine:
    """A gift that was received. `receipt` opens its latest receipt, or is "" as long as there is none."""

    received_on: date
    amount: Money
    returned: Money | None
    reference: str
    number: str
    receipt: str
    is_test: bool


@dataclass(frozen=True, kw_only=True)
class StatementLine:
    """A yearly statement that was issued, and by which its page is opened."""

    year: int
    number: str
    kept: Money
    token: str


@dataclass(frozen=True, kw_only=True)
class SupportPage:
    """What `funding/support.html` is given: all that one donor gave, and gives.

    `years` are those with gifts, the latest first. `shows_support` is None for who has no account here;
    `by_letter` says that a cookie lets them in.
    """

    emails: list[str]
    pledges: list[PledgeLine]
    gifts: list[GiftLine]
    years: list[int]
    statements: list[StatementLine]
    shows_support: bool | None
    by_letter: bool


def support_page(donor: Donor | None, *, viewer: User | None) -> SupportPage | None:
    """The gifts of `donor`, who came by a letter, and of `viewer`, who is signed in; None if neither is known.

    At most the 200 latest gifts. Six queries.
    """
    donors = own_donors(donor, viewer=viewer)
    if not donors:
        return None
    ids = [one.pk for one in donors]
    given = gifts_of(ids)
    pledges = Pledge.objects.filter(donor__in=ids).exclude(state=PledgeState.BEGUN)
    by_gift = _latest_receipts(ids)
    return SupportPage(
        emails=[one.email for one in donors if one.email],
        pledges=[pledge_line(pledge) for pledge in pledges.order_by("-begun_at", "-pk")],
        gifts=[
            _gift_line(gift, by_gift.get(gift.donation_id))
            for gift in reversed(given[-MOST_GIFTS:])
        ],
        years=sorted({gift.received_on.year for gift in given if not gift.is_test}, reverse=True),
        statements=_statements(ids),
        shows_support=BadgeWish.objects.filter(person=viewer).exists() if viewer else None,
        by_letter=donor is not None,
    )


def _statements(donors: Sequence[int]) -> list[StatementLine]:
    """Those that nothing has taken the place of, the latest year first."""
    kept = Receipt.objects.filter(
        donor__in=donors, kind=ReceiptKind.YEAR, replaced_by=None, covers_year__isnull=False
    )
    return [
        StatementLine(
            year=receipt.covers_year or 0,
            number=receipt.written_number,
            kept=Money(receipt.kept, receipt.currency),
            token=new_token(Purpose.RECEIPT, receipt.pk),
        )
        for receipt in kept.order_by("-covers_year", "currency", "pk")
    ]


def own_pledge(pledge_id: int, donor: Donor | None, *, viewer: User | None) -> Pledge:
    """The recurring gift with this id, if it is of `donor` or of `viewer`. Raises `NotFound`."""
    donors = [one.pk for one in own_donors(donor, viewer=viewer)]
    pledge = Pledge.objects.filter(pk=pledge_id, donor__in=donors).first()
    if pledge is None:
        raise NotFound
    return pledge


def _gift_line(gift: GivenGift, receipt: Receipt | None) -> GiftLine:
    return GiftLine(
        received_on=gift.received_on,
        amount=Money(gift.amount, gift.currency),
        returned=Money(gift.returned, gift.currency) if gift.returned else None,
        reference=gift.reference,
        number=receipt.written_number if receipt else "",
        receipt=new_token(Purpose.RECEIPT, receipt.pk) if receipt else "",
        is_test=gift.is_test,
    )


def pledge_behind(token: str) -> Pledge:
    """The recurring gift that the link in a letter is about. Raises `NotFound`."""
    pledge = Pledge.objects.filter(pk=read_token(Purpose.PLEDGE, token)).first()
    if pledge is None:
        raise NotFound
    return pledge


def own_donors(donor: Donor | None, *, viewer: User | None) -> list[Donor]:
    """Those who are `donor` or `viewer`. One query at most."""
    found = {donor.pk: donor} if donor else {}
    if viewer:
        found |= {one.pk: one for one in donors_of(viewer)}
    return list(found.values())


def _latest_receipts(donors: Sequence[int]) -> dict[int, Receipt]:
    receipts = Receipt.objects.filter(donor__in=donors, donation__isnull=False)
    return {
        receipt.donation_id: receipt
        for receipt in receipts.order_by("issued_at", "pk")
        if receipt.donation_id is not None
    }


def pledge_line(pledge: Pledge) -> PledgeLine:
    """What a page says of one recurring gift."""
    abilities = _abilities(pledge)
    is_over = pledge.state in OVER
    runs = not is_over and bool(pledge.provider_object)
    return PledgeLine(
        id=pledge.pk,
        token=new_token(Purpose.PLEDGE, pledge.pk),
        amount=Money(pledge.amount + pledge.cover, pledge.currency),
        is_yearly=pledge.interval == "YEAR",
        state=pledge.get_state_display(),
        is_failing=pledge.state == PledgeState.FAILING,
        is_paused=pledge.state == PledgeState.PAUSED,
        is_over=is_over,
        is_test=pledge.is_test,
        is_by_hand=Ability.OFFLINE in abilities,
        next_on=pledge.next_on,
        paused_until=pledge.paused_until,
        ends_on=pledge.ends_on,
        may_pause=runs and Ability.PAUSE in abilities,
        may_change_amount=runs and Ability.CHANGE_AMOUNT in abilities,
        may_change_card=runs and Ability.PORTAL in abilities,
    )


def _abilities(pledge: Pledge) -> frozenset[Ability]:
    try:
        return provider(pledge.provider).abilities
    except NotFound:
        return frozenset()
