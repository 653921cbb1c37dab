"""The ways into one's own account: an overview, the authenticator app, recovery codes."""

from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import (
    can_generate_recovery_codes,
    generate_recovery_codes,
)
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.flows import activate_totp, deactivate_totp
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from broadsheet.accounts import queries
from broadsheet.accounts.forms import spend_step
from broadsheet.accounts.http import recently_proved
from broadsheet.accounts.models import User
from broadsheet.accounts.own_pages import own_page
from broadsheet.accounts.proof import rise
from broadsheet.core.limits import TooOften

from .entering import count_try, refused

APP_SECRET = totp.SECRET_SESSION_KEY


@require_safe
@own_page(for_guests=False)
def security(request: HttpRequest, person: User) -> HttpResponse:
    """Show the ways into the account."""
    page = queries.security_page(person)
    return render(request, "accounts/security.html", {"page": page, "reader": person})


@require_http_methods(["GET", "HEAD", "POST"])
@recently_proved
@own_page(for_guests=False)
def add_app(request: HttpRequest, person: User) -> HttpResponse:
    """Show a new secret as a picture and as text, and keep it once the app shows the right code."""
    if Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists():
        return redirect("mfa_index")
    if request.method == "POST" and "code" not in request.POST:
        request.session[APP_SECRET] = totp.generate_totp_secret()
        return redirect("mfa_activate_totp")
    if request.method != "POST":
        return _app_page(request, person)
    form = ActivateTOTPForm(user=person, data=request.POST)
    try:
        count_try(request, f"person:{person.pk}")
    except TooOften as refusal:
        return refused(_app_page(request, person, error=refusal.sentence, status=429), refusal)
    if not form.is_valid():
        error = gettext("That did not match. Does the clock of your phone show the right time?")
        return _app_page(request, person, error=error, status=422)
    app, _codes = activate_totp(request, form)
    spend_step(app, form.cleaned_data["code"])
    post_authentication(request, app)
    rise(request, person)
    return redirect("mfa_view_recovery_codes")


@require_http_methods(["GET", "HEAD", "POST"])
@recently_proved
@own_page(for_guests=False)
def remove_app(request: HttpRequest, person: User) -> HttpResponse:
    """Ask whether the authenticator app is to go, and let it go."""
    app = get_object_or_404(Authenticator, user=person, type=Authenticator.Type.TOTP)
    if request.method == "POST":
        deactivate_totp(request, app)
        return redirect("mfa_index")
    page = {"what": gettext("the authenticator app"), "reader": person}
    return render(request, "accounts/remove_way.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@recently_proved
@own_page(for_guests=False)
def recovery_codes(request: HttpRequest, person: User) -> HttpResponse:
    """Say how many recovery codes are left; make new ones, and show them this once."""
    if not can_generate_recovery_codes(person):
        return redirect("mfa_index")
    codes: list[str] = []
    if request.method == "POST":
        codes = generate_recovery_codes(request).wrap().get_unused_codes()
    page = {"codes": codes, "page": queries.security_page(person), "reader": person}
    return render(request, "accounts/recovery_codes.html", page)


def _app_page(
    request: HttpRequest, person: User, *, error: str = "", status: int = 200
) -> HttpResponse:
    secret = request.session.get(APP_SECRET, "")
    page = {
        "app": queries.authenticator_app(person, secret) if secret else None,
        "error": error,
        "reader": person,
    }
    return render(request, "accounts/add_app.html", page, status=status)
