from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from broadsheet.accounts.belongings import census, excerpts, in_words
from broadsheet.accounts.models import Merge, MergeReason, User

JUST_NOW = timedelta(minutes=2)
SHOWN_FOR = timedelta(days=30)
EXCERPTS = 3


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was somebody else's and is the reader's now: under which `name`, and how much it is."""

    id: int
    name: str
    what: list[str]
    is_from_elsewhere: bool


@dataclass(frozen=True, kw_only=True)
class GuestWords:
    """What a guest has left: under which `name`, how much it is, and how the latest words begin."""

    name: str
    what: list[str]
    excerpts: list[str]


@dataclass(frozen=True, kw_only=True)
class FoundPage:
    """What `accounts/found.html` shows. `guest` is whose key the browser still holds, if anybody's."""

    found: list[Found]
    guest: GuestWords | None


def found_page(reader: User, *, guest: User | None, at: datetime) -> FoundPage:
    """What has come to `reader` within 30 days and may be refused, and what else this browser could bring."""
    recent = Merge.objects.refusable().filter(target=reader, at__gt=at - SHOWN_FOR)
    found = [
        Found(
            id=merge.pk,
            name=merge.source.name,
            what=in_words(merge.moved),
            is_from_elsewhere=merge.why == MergeReason.SAME_ADDRESS,
        )
        for merge in recent.select_related("source").order_by("-pk")
    ]
    return FoundPage(
        found=[one for one in found if one.what], guest=guest_words(guest) if guest else None
    )


def way_by_what_was_found(reader: User, to: str, *, at: datetime) -> str:
    """The address to lead `reader` to who signs in now and wants to be at `to`.

    That is the page of what was found, if that was just now; and from there to `to`.
    """
    address = reverse("accounts:found")
    just_now = Merge.objects.refusable().filter(target=reader, at__gt=at - JUST_NOW)
    if to.startswith(address) or not just_now.exists():
        return to
    return f"{address}?{urlencode({'next': to})}"


def guest_words(guest: User) -> GuestWords:
    """What `guest` has said and voted here."""
    return GuestWords(
        name=guest.name,
        what=in_words(census(guest)),
        excerpts=excerpts(guest, number=EXCERPTS),
    )
