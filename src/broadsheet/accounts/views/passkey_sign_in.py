"""Coming in by a passkey alone."""

from allauth.mfa.webauthn.internal import auth
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from broadsheet.accounts.forms import PasskeySignInForm
from broadsheet.accounts.limits import PASSKEY_ADDRESS, SIGN_IN_ADDRESS, SIGN_IN_ALL
from broadsheet.core.limits import take

from .entering import EVERYBODY, enter, here, leads_to


@require_POST
def begin_passkey_sign_in(request: HttpRequest) -> HttpResponse:
    """Answer the challenge that any passkey of this site may solve; pages ask for it before anybody does."""
    take((PASSKEY_ADDRESS, here(request)))
    return JsonResponse(auth.begin_authentication(None))


@require_POST
def passkey_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in whose passkey has solved the challenge of this browser."""
    take((SIGN_IN_ADDRESS, here(request)), (SIGN_IN_ALL, EVERYBODY))
    to = leads_to(request)
    form = PasskeySignInForm(request.POST)
    if not form.is_valid():
        return render(request, "accounts/passkey_refused.html", {"next": to}, status=422)
    passkey = form.cleaned_data["credential"]
    return enter(request, passkey.user, to=to, passkey=passkey)
