"""What has become of a gift: where donors come back to from paying, and may as often as they like."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from broadsheet.core.http import origin_of
from broadsheet.core.limits import take
from broadsheet.funding import commands, queries
from broadsheet.funding.limits import GIVE_LOOK
from broadsheet.funding.models import DonationState
from broadsheet.funding.providers import ProviderAway

from .leading import quiet
from .sparing import spare


@never_cache
@require_safe
def thanks(request: HttpRequest, key: str) -> HttpResponse:
    """Say what has become of a gift, as we know it; nothing in the address is believed."""
    page = queries.thanks_page(key=key)
    response = render(request, "funding/thanks.html", {"page": page})
    if page.state in (DonationState.SETTLED, DonationState.PROMISED):
        spare(response, comes_again=page.comes_again)
    return quiet(response)


@require_POST
def look_again(request: HttpRequest, key: str) -> HttpResponse:
    """Ask the provider now what it will tell us sooner or later anyway, and say it."""
    gift = queries.thanks_page(key=key).gift
    take((GIVE_LOOK, f"address:{origin_of(request)}"))
    with suppress(ProviderAway):
        commands.ask_about_gift(donation=gift, at=timezone.now())
    return HttpResponseRedirect(reverse("funding:thanks", args=[key]))
