from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Q, Sum, Value
from django.db.models.functions import Coalesce, TruncDate

from broadsheet.accounts.models import User
from broadsheet.funding.asks import (
    Between,
    Place,
    code_of,
    difference_between,
    mean_between,
    read_code,
    share_between,
)
from broadsheet.funding.models import Ask, AskHour, AskVariant, Donation, DonationState
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy

ENOUGH_VIEWS = 1_000
ENOUGH_GIFTS = 10
ENOUGH_DAYS = 7
"""Days are what the bootstrap draws from: of fewer it would make intervals that are too narrow."""
THOUSAND = 1_000


@dataclass(frozen=True, kw_only=True)
class WordingResult:
    """What came of one wording. What is "per thousand" is per 1,000 pages on which it was seen.

    Money comes as seen, at least and at most; None while it was seen on fewer than seven days.
    """

    id: int
    letter: str
    heading: str
    is_on: bool
    views: int
    gifts: int
    raised: Money
    gifts_per_thousand: Between | None
    money_per_thousand: tuple[Money, Money, Money] | None
    is_enough: bool


@dataclass(frozen=True, kw_only=True)
class AskResults:
    """What `funding/desk/ask_results.html` is given.

    `better` is the letter of a wording that brings more gifts than every other, if that is sure.
    """

    id: int
    name: str
    campaign: str
    is_on: bool
    made_at: datetime
    wordings: Sequence[WordingResult]
    is_enough: bool
    better: str
    enough_views: int = ENOUGH_VIEWS
    enough_gifts: int = ENOUGH_GIFTS


@dataclass
class _Day:
    views: int = 0
    gifts: int = 0
    raised: int = 0


def ask_results(ask: Ask, *, viewer: User) -> AskResults:
    """What came of each wording of `ask` so far, and what may be concluded from it. Raises `NotAllowed`.

    Three queries. A gift belongs to the wording by which its giver came, on the day they came; what went back is
    taken off, and a gift that went back whole is none. Renewals are not counted: nobody was asked for them.
    """
    policy.require(Permission.VIEW_MONEY, viewer)
    variants = list(ask.variants.order_by("letter"))
    days = _days(variants)
    results = [_result(one, days[one.pk], currency=ask.campaign.currency) for one in variants]
    is_enough = all(one.is_enough for one in results)
    return AskResults(
        id=ask.pk,
        name=ask.name,
        campaign=ask.campaign.title,
        is_on=ask.is_on,
        made_at=ask.made_at,
        wordings=results,
        is_enough=is_enough,
        better=_better(results) if is_enough else "",
    )


def _days(variants: Sequence[AskVariant]) -> dict[int, dict[date, _Day]]:
    """What was seen and given on each day of the newspaper's, of each wording."""
    zone = ZoneInfo(str(settings.BROADSHEET["time_zone"]))
    days: dict[int, dict[date, _Day]] = {one.pk: {} for one in variants}
    seen = AskHour.objects.filter(variant__in=variants).annotate(day=TruncDate("hour", tzinfo=zone))
    # A page shows an ask twice, and is one page: where more was seen of it, above as a rule.
    by_place = seen.values("variant_id", "place", "day").annotate(all=Sum("views"))
    for row in by_place:
        day = days[row["variant_id"]].setdefault(row["day"], _Day())
        day.views = max(day.views, row["all"])
    given = Donation.objects.filter(
        source_ask__in=[code_of(one.pk, place) for one in variants for place in Place],
        state=DonationState.SETTLED,
        is_test=False,
    ).annotate(day=TruncDate("begun_at", tzinfo=zone))
    of_campaign = Q(transfers__campaign=F("campaign"))
    counted = given.annotate(
        counted=Coalesce(Sum("transfers__counted", filter=of_campaign), Value(0))
    )
    for code, on, amount in counted.values_list("source_ask", "day", "counted"):
        read = read_code(code)
        if read is not None and amount > 0:
            day = days[read[0]].setdefault(on, _Day())
            day.gifts += 1
            day.raised += amount
    return days


def _result(variant: AskVariant, days: dict[date, _Day], *, currency: str) -> WordingResult:
    views = sum(day.views for day in days.values())
    gifts = sum(day.gifts for day in days.values())
    money = None
    if sum(day.views > 0 for day in days.values()) >= ENOUGH_DAYS:
        found = mean_between([(day.views, day.raised) for _, day in sorted(days.items())])
        seen, low, high = (Money(round(one * THOUSAND), currency) for one in found)
        money = (seen, low, high)
    return WordingResult(
        id=variant.pk,
        letter=variant.letter,
        heading=variant.heading,
        is_on=variant.is_on,
        views=views,
        gifts=gifts,
        raised=Money(sum(day.raised for day in days.values()), currency),
        gifts_per_thousand=_per_thousand(share_between(gifts, views)) if views else None,
        money_per_thousand=money,
        is_enough=views >= ENOUGH_VIEWS and gifts >= ENOUGH_GIFTS,
    )


def _per_thousand(share: Between) -> Between:
    return Between(*(one * THOUSAND for one in share))


def _better(results: Sequence[WordingResult]) -> str:
    """The letter of the wording whose share of gifts is surely greater than that of each other one."""
    shares = {one.letter: share_between(one.gifts, one.views) for one in results}
    first = max(shares, key=lambda letter: shares[letter].seen)
    others = [share for letter, share in shares.items() if letter != first]
    is_sure = others and all(difference_between(shares[first], one).low > 0 for one in others)
    return first if is_sure else ""
