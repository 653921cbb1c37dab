"""Between the first proof and being signed in: the second factor of those who have one."""

from allauth.account.internal.decorators import login_stage_required
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.internal import auth
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from broadsheet.accounts.forms import PasskeyForm, SecondFactorForm
from broadsheet.core.limits import TooOften

from .entering import count_try, refused

waiting_for_it = login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")


@require_http_methods(["GET", "HEAD", "POST"])
@waiting_for_it
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code of the authenticator app, a recovery code, or a passkey."""
    stage = request._login_stage  # type: ignore[attr-defined]
    person = stage.login.user
    if request.method != "POST":
        return _page(request, SecondFactorForm(user=person))
    kind = PasskeyForm if "credential" in request.POST else SecondFactorForm
    form = kind(user=person, data=request.POST)
    try:
        count_try(request, f"person:{person.pk}")
    except TooOften as refusal:
        shown = SecondFactorForm(user=person, data={})
        shown.errors["code"] = [refusal.sentence]
        return refused(_page(request, shown, status=refusal.status), refusal)
    if form.is_valid():
        form.save()
        answer: HttpResponse = stage.exit()
        return answer
    shown = SecondFactorForm(user=person, data={})
    shown.errors["code"] = [
        gettext("That did not match. A code of the app is good for half a minute, and once.")
    ]
    return _page(request, shown, status=422)


@require_POST
@waiting_for_it
def begin_second_factor(request: HttpRequest) -> HttpResponse:
    """Answer the challenge that a passkey of whoever is coming in may solve."""
    person = request._login_stage.login.user  # type: ignore[attr-defined]
    return JsonResponse(auth.begin_authentication(person))


def _page(request: HttpRequest, form: SecondFactorForm, *, status: int = 200) -> HttpResponse:
    kinds = Authenticator.objects.filter(user=form.user).values_list("type", flat=True)
    page = {"form": form, "has_passkey": Authenticator.Type.WEBAUTHN in kinds}
    return render(request, "accounts/second_factor.html", page, status=status)
