"""Coming in from a provider of the newsroom's choice."""

import time
from typing import Any

from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from broadsheet.accounts import commands
from broadsheet.accounts.guest_key import guest_behind
from broadsheet.accounts.http import recently_proved
from broadsheet.accounts.limits import SIGN_IN_ADDRESS, SIGN_IN_ALL
from broadsheet.accounts.models import User
from broadsheet.accounts.names import NameRefused
from broadsheet.accounts.oidc import OidcAdapter
from broadsheet.accounts.own_pages import own_page
from broadsheet.core.limits import take

from .entering import EVERYBODY, enter, here

WAITING = "identity_waiting"
WAITING_SECONDS = 30 * 60


@require_POST
def begin_at_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the provider, by a page: browsers hold a form to our own origin wherever it is led on to."""
    take((SIGN_IN_ADDRESS, here(request)), (SIGN_IN_ALL, EVERYBODY))
    led = _by_allauth(OAuth2LoginView, request, provider_id)
    if led.status_code != 302:  # noqa: PLR2004
        return led
    page = {"address": led["Location"], "provider": _provider(provider_id)}
    return render(request, "accounts/to_provider.html", page)


@never_cache
@require_safe
def back_from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the code that the provider has sent along. The one GET that signs in; the session's state guards it."""
    take((SIGN_IN_ADDRESS, here(request)), (SIGN_IN_ALL, EVERYBODY))
    return _by_allauth(OAuth2CallbackView, request, provider_id)


def come_in(request: HttpRequest, found: SocialLogin) -> HttpResponse:
    """Sign in whose identity this is; make somebody new an account; else ask for the account it belongs to."""
    to = str(found.state.get("next") or "")
    identity = {"provider_id": found.account.provider, "uid": found.account.uid}
    if found.is_existing:
        return enter(request, found.user, to=to, method="socialaccount")
    if request.user.is_authenticated:
        return _wait(request, identity, found, to=to)
    verified = [address.email for address in found.email_addresses if address.verified]
    if verified:
        try:
            person = commands.begin_account_by_identity(
                name=found.user.name,
                email=verified[0],
                guest=guest_behind(request),
                at=timezone.now(),
                **identity,
            )
        except NameRefused:
            person = None  # The name is asked for on the way by a letter.
        if person is not None:
            return enter(request, person, to=to, email=verified[0], method="socialaccount")
    return _wait(request, identity, found, to=to)


@require_http_methods(["GET", "HEAD", "POST"])
@own_page(for_guests=False)
def join_identity(request: HttpRequest, person: User) -> HttpResponse:
    """Ask who has signed in to their account whether the identity that waits in this session is theirs, too."""
    waiting = request.session.get(WAITING)
    if waiting is None or time.time() - waiting["at"] > WAITING_SECONDS:
        return redirect("accounts:security")
    if request.method != "POST":
        return render(request, "accounts/join_identity.html", {"waiting": waiting})
    return _join(request, person)


@recently_proved
def _join(request: HttpRequest, person: User) -> HttpResponse:
    waiting = request.session.pop(WAITING)
    if "yes" in request.POST:
        commands.link_identity(
            person=person, provider_id=waiting["provider_id"], uid=waiting["uid"]
        )
    return redirect(waiting["to"] or "accounts:security")


@require_POST
@recently_proved
@own_page(for_guests=False)
def unlink_identity(request: HttpRequest, person: User, pk: int) -> HttpResponse:
    """Let an identity sign in no more."""
    commands.unlink_identity(person=person, identity_id=pk)
    return redirect("accounts:security")


def _wait(
    request: HttpRequest, identity: dict[str, str], found: SocialLogin, *, to: str
) -> HttpResponse:
    """Keep the identity in the session until its owner has come in otherwise, and said that it is theirs."""
    request.session[WAITING] = {
        **identity,
        "provider": found.provider.name,
        "to": to,
        "at": time.time(),
    }
    join = reverse("accounts:join_identity")
    if request.user.is_authenticated:
        return redirect(join)
    page = {"provider": found.provider.name, "join": join}
    return render(request, "accounts/identity_waits.html", page)


def _by_allauth(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    _provider(provider_id)
    answer: HttpResponse = view.adapter_view(OidcAdapter(request, provider_id))(request)
    return answer


def _provider(provider_id: str) -> str:
    name = SocialApp.objects.filter(provider_id=provider_id).values_list("name", flat=True).first()
    if name is None:
        raise Http404
    return str(name)
