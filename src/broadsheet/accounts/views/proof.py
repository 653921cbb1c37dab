"""Asking somebody who is signed in to show once more that it is them, before something that opens doors."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.webauthn.internal import auth
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from broadsheet.accounts import commands, queries
from broadsheet.accounts.forms import CodeForm, PasskeyForm, SecondFactorForm
from broadsheet.accounts.limits import (
    CODE_ADDRESS,
    CODE_MAIL_DAY,
    CODE_MAIL_HOUR,
    SIGN_IN_ALL,
)
from broadsheet.accounts.models import User
from broadsheet.accounts.own_pages import own_page
from broadsheet.accounts.proof import rise
from broadsheet.core.errors import Refused
from broadsheet.core.limits import TooOften, mailbox, take

from .entering import EVERYBODY, HOME, count_try, here, leads_to, refused

ATTEMPT = "proof_attempt"


@require_http_methods(["GET", "HEAD", "POST"])
@own_page(for_guests=False)
def proof(request: HttpRequest, person: User) -> HttpResponse:
    """Ask for a passkey, a code of the app, a code by letter or the password; lead on who has shown one."""
    if request.method != "POST":
        return _page(request, person)
    page = queries.proof_page(person)
    try:
        count_try(request, f"person:{person.pk}")
        if "credential" in request.POST and page.has_passkey:
            _prove_by(PasskeyForm(user=person, data=request.POST))
        elif "code" in request.POST and page.has_app:
            _prove_by(SecondFactorForm(user=person, data=request.POST))
        elif "letter_code" in request.POST and page.email:
            _prove_by_letter(request, person)
        elif "password" in request.POST and page.has_password:
            _prove_by_password(request, person)
        else:
            return HttpResponseBadRequest()
    except (TooOften, _DidNotMatch, commands.CodeWrong, commands.CodeSpent) as refusal:
        return refused(_page(request, person, refusal=refusal), refusal)
    rise(request, person)
    return redirect(leads_to(request) or HOME)


@require_POST
@own_page(for_guests=False)
def begin_proof_by_passkey(request: HttpRequest, person: User) -> HttpResponse:
    """Answer the challenge that a passkey of `person` may solve."""
    return JsonResponse(auth.begin_authentication(person))


@require_POST
@own_page(for_guests=False)
def send_proof_letter(request: HttpRequest, person: User) -> HttpResponse:
    """Send a code to the confirmed address of `person`."""
    email = queries.proof_page(person).email
    if not email:
        return HttpResponseBadRequest()
    to = leads_to(request)
    try:
        take(
            (CODE_MAIL_HOUR, mailbox(email)),
            (CODE_MAIL_DAY, mailbox(email)),
            (CODE_ADDRESS, here(request)),
            (SIGN_IN_ALL, EVERYBODY),
        )
    except TooOften as refusal:
        return refused(_page(request, person, refusal=refusal), refusal)
    attempt = commands.begin_sign_in(email=email, leads_to=to, at=timezone.now())
    request.session[ATTEMPT] = {"id": attempt.pk, "to": to}
    return _page(request, person)


class _DidNotMatch(Refused):
    code = "proof-wrong"
    status = 422

    @property
    def sentence(self) -> str:
        """What to try."""
        return gettext("That did not match. Please try again, or choose another way.")


def _prove_by(form: Any) -> None:
    """Compare what an authenticator of allauth's says, and keep it in the session's list of proofs."""
    if not form.is_valid():
        raise _DidNotMatch
    form.save()


def _prove_by_letter(request: HttpRequest, person: User) -> None:
    form = CodeForm({"code": request.POST["letter_code"]})
    waiting = request.session.get(ATTEMPT) or {"id": None}
    if not form.is_valid():
        raise _DidNotMatch
    commands.confirm_by_code(
        attempt_id=waiting["id"], code=form.cleaned_data["code"], at=timezone.now()
    )
    del request.session[ATTEMPT]
    record_authentication(request, person, "code")


def _prove_by_password(request: HttpRequest, person: User) -> None:
    if not person.check_password(request.POST["password"][:1_000]):
        raise _DidNotMatch
    record_authentication(request, person, "password")


def _page(request: HttpRequest, person: User, *, refusal: Refused | None = None) -> HttpResponse:
    page = {
        "page": queries.proof_page(person),
        "is_letter_sent": ATTEMPT in request.session,
        "error": refusal.sentence if refusal else "",
        "next": leads_to(request),
        "reader": person,
    }
    return render(request, "accounts/proof.html", page, status=refusal.status if refusal else 200)
