"""From a gift that is begun to where it is paid."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from broadsheet.funding import commands
from broadsheet.funding.models import Donation
from broadsheet.funding.providers import Instructions

from .arriving import PATH

GIFT_COOKIE = "bs_gift"
ASKED_AGAIN_WITHIN = timedelta(minutes=10)


def lead_on(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Lead the donor of `donation` to where it is paid, or told how; or to what has become of it.

    Not by a redirect to somebody else's page: browsers follow none from a form, as our policy says (form-action;
    Content Security Policy Level 3, section 6.4.1).
    """
    thanks = reverse("funding:thanks", args=[donation.key])
    try:
        ahead = commands.start_payment(
            donation=donation,
            return_to=request.build_absolute_uri(thanks),
            cancel_to=request.build_absolute_uri(f"{PATH}?gift={donation.key}"),
            at=timezone.now(),
        )
    except commands.GiftOver:
        return HttpResponseRedirect(thanks)
    if isinstance(ahead, Instructions):
        return quiet(_remembered(HttpResponseRedirect(ahead.page), donation))
    page = {"address": ahead.address, "host": urlsplit(ahead.address).hostname}
    return quiet(_remembered(render(request, "funding/leave.html", page), donation))


def quiet(response: HttpResponse) -> HttpResponse:
    """Have other sites not told which page of ours the donor comes from: its address opens the gift."""
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def just_given(request: HttpRequest) -> str | None:
    """The key of the gift that this browser has begun in the last ten minutes."""
    key = request.get_signed_cookie(
        GIFT_COOKIE, default=None, salt=GIFT_COOKIE, max_age=ASKED_AGAIN_WITHIN
    )
    return str(key) if key else None


def _remembered(response: HttpResponse, donation: Donation) -> HttpResponse:
    response.set_signed_cookie(
        GIFT_COOKIE,
        donation.key,
        salt=GIFT_COOKIE,
        max_age=ASKED_AGAIN_WITHIN,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
