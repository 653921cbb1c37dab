"""Who comes to give: from where, and with what in mind."""

from typing import Any
from urllib.parse import urlsplit

from django.core.validators import slug_re
from django.http import HttpRequest
from django.utils.translation import get_language

from broadsheet.accounts.http import reader_of
from broadsheet.core.http import is_own_path
from broadsheet.funding.forms import OTHER
from broadsheet.funding.models import Donation, Interval
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.queries import GivePage

PATH = "/give/"


def source_path(request: HttpRequest) -> str:
    """The page of ours that somebody came from to give: as they were sent, else as their browser says."""
    said = request.POST.get("from") or request.GET.get("from")
    if said is None:
        before = request.headers.get("Referer", "")
        origin = f"{request.scheme}://{request.get_host()}"
        said = urlsplit(before).path if before.startswith(f"{origin}/") else ""
    return said if is_own_path(said) and not said.startswith(PATH) else ""


def gift_before(request: HttpRequest) -> Donation | None:
    """The gift that was not completed, and from which somebody comes back to choose again."""
    key = request.GET.get("gift", "")
    gifts = Donation.objects.select_related("campaign", "donor")
    return gifts.filter(key=key).first() if slug_re.fullmatch(key) else None


def wished_before(
    request: HttpRequest, page: GivePage, gift: Donation | None, *, begun_here: str | None
) -> dict[str, Any]:
    """What the form begins with: what the `gift` was that was not completed, else what the address says.

    The words that came with it, only if `begun_here`, the key of what this very browser has begun, says so.
    """
    reader = reader_of(request)
    wished = _of_gift(gift, page) if gift else _of_address(request, page)
    words = _words_of(gift) if gift and gift.key == begun_here else {}
    return {"email": (reader.email or "") if reader else "", **wished, **words}


def _of_gift(gift: Donation, page: GivePage) -> dict[str, Any]:
    """Everything but who they are: the address of this page stands in the browser's history."""
    wished: dict[str, Any] = {"interval": gift.interval, "cover": gift.cover > 0}
    wished["way"] = next((one.way for one in page.ways if one.provider.code == gift.provider), "")
    if gift.currency != page.currency.code:
        return wished
    suggested = [one.minor for choice in page.intervals for one in choice.amounts]
    if gift.amount in suggested:
        return wished | {f"amount_{gift.interval}": str(gift.amount)}
    written = money_text(Money(gift.amount, gift.currency), get_language() or "en")
    return wished | _typed(gift.interval, written)


def _words_of(gift: Donation) -> dict[str, Any]:
    """What was typed with it. Not the name: that of somebody we know may be another, and tells who they are."""
    return {
        "email": gift.donor.email if gift.donor else "",
        "is_public": gift.is_public,
        "public_name": gift.public_name,
        "message": gift.message,
    }


def _of_address(request: HttpRequest, page: GivePage) -> dict[str, Any]:
    offered = [choice.code for choice in page.intervals]
    asked = request.GET.get("interval", "").upper()
    # Once, where nobody says otherwise: nobody gives again and again by mistake.
    interval = asked if asked in offered else next(iter(offered), Interval.ONCE)
    ways = [one.way for one in page.ways]
    way = request.GET.get("way", "")
    wished = {"interval": interval, "way": way if way in ways else next(iter(ways), "")}
    amount = request.GET.get("amount", "")
    return wished | _typed(interval, amount) if amount else wished


def _typed(interval: str, amount: str) -> dict[str, Any]:
    return {f"amount_{interval}": OTHER, f"other_{interval}": amount}
