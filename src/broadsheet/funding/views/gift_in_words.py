"""What a gift amounts to, said while it is being chosen."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from broadsheet.funding.amounts import AmountUnreadable, read_amount
from broadsheet.funding.cover import cover_for
from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.providers import ready_providers


@never_cache
@require_safe
def gift_in_words(request: HttpRequest) -> JsonResponse:
    """Say how we read `amount` in `currency`, and what covers its fee by `way`; empty where nobody knows.

    The amount comes in `minor` units, or as it was `typed`.
    """
    asked = request.GET
    currency, language = asked.get("currency", ""), get_language() or "en"
    minor = _minor(asked.get("minor", ""), asked.get("typed", ""), currency, language)
    if not minor:
        return JsonResponse({"amount": "", "cover": "", "gross": ""})
    ways = {one.way: one for one in ready_providers()}
    way = ways.get(asked.get("way", ""))
    takes = way is not None and currency in way.currencies()
    cover = None
    if way and takes:
        cover = cover_for(minor, fee_of=lambda gross: way.fee_of(gross, currency))
    said = {"amount": minor, "cover": cover, "gross": minor + (cover or 0)}
    return JsonResponse(
        {
            name: money_text(Money(part, currency), language) if part else ""
            for name, part in said.items()
        }
    )


def _minor(minor: str, typed: str, currency: str, language: str) -> int | None:
    if currency not in EXPONENTS:
        return None
    try:
        if minor.isascii() and minor.isdecimal():
            return int(minor[:15])
        return read_amount(typed, currency=currency, language=language).minor
    except AmountUnreadable:
        return None
