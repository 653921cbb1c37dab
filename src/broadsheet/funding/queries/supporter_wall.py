from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.db.models import QuerySet, Sum
from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.core.pages import read_cursor, write_cursor
from broadsheet.funding.models import Donation, DonationState
from broadsheet.funding.policy import Permission, policy

ON_A_PAGE: Final = 50
AT_ONCE: Final = 200


@dataclass(frozen=True, kw_only=True)
class SupporterLine:
    """Somebody who gave and wants it known: `name` is "" for who wants only their words seen."""

    name: str
    message: str
    month: date


@dataclass(frozen=True, kw_only=True)
class SupporterWall:
    """What `funding/supporter_wall.html` is given: the latest first; `next_after` goes on, or is ""."""

    lines: list[SupporterLine]
    is_first_page: bool
    next_query: str


@dataclass(frozen=True, kw_only=True)
class WaitingWords:
    """What a donor wants everybody to read, for those who say whether it may be."""

    id: int
    name: str
    message: str
    received_on: date


def supporter_wall(*, after: str = "") -> SupporterWall:
    """Who gave and agreed to be named, as everybody sees it; on pages of 50. One query.

    Shown is what somebody at the desk has approved, and never how much. A gift of which nothing is left is not
    there, nor test money. Raises `CursorNotUnderstood`.
    """
    shown = _of_donors_who_want_it().filter(approved_at__isnull=False)
    shown = shown.annotate(left=Sum("transfers__counted")).filter(left__gt=0)
    if after:
        (last,) = read_cursor(after, int)
        shown = shown.filter(pk__lt=last)
    found = list(shown.order_by("-pk")[: ON_A_PAGE + 1])
    is_last = len(found) <= ON_A_PAGE
    found = found[:ON_A_PAGE]
    cursor = "" if is_last else write_cursor(found[-1].pk)
    return SupporterWall(
        lines=[
            SupporterLine(
                name=gift.public_name, message=gift.message, month=_day(gift).replace(day=1)
            )
            for gift in found
        ],
        is_first_page=not after,
        next_query=urlencode({"after": cursor}) if cursor else "",
    )


def words_to_approve(*, viewer: User) -> list[WaitingWords]:
    """What donors want everybody to read, and nobody has looked at yet: the longest waiting first.

    For those who approve it; raises `NotAllowed` for others. One query; at most 200.
    """
    policy.require(Permission.MODERATE_WALL, viewer)
    waiting = _of_donors_who_want_it().filter(approved_at=None).order_by("settled_at", "pk")
    return [_words(gift) for gift in waiting[:AT_ONCE]]


def words_shown(*, viewer: User) -> list[WaitingWords]:
    """The latest 200 that everybody reads, so that they can be taken away again. As `words_to_approve`."""
    policy.require(Permission.MODERATE_WALL, viewer)
    shown = _of_donors_who_want_it().filter(approved_at__isnull=False)
    return [_words(gift) for gift in shown.order_by("-approved_at", "-pk")[:AT_ONCE]]


def _of_donors_who_want_it() -> QuerySet[Donation]:
    received = Donation.objects.filter(is_public=True, state=DonationState.SETTLED, is_test=False)
    return received.exclude(public_name="", message="")


def _words(gift: Donation) -> WaitingWords:
    return WaitingWords(
        id=gift.pk, name=gift.public_name, message=gift.message, received_on=_day(gift)
    )


def _day(gift: Donation) -> date:
    assert gift.settled_at is not None
    return timezone.localdate(gift.settled_at)
