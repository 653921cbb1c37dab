"""The default way in: an address, and a letter with a code or a link."""

import time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from broadsheet.accounts import commands, queries
from broadsheet.accounts.forms import CodeForm, EmailForm, NameForm
from broadsheet.accounts.guest_key import guest_behind
from broadsheet.accounts.limits import (
    CODE_ADDRESS,
    CODE_MAIL_DAY,
    CODE_MAIL_HOUR,
    SIGN_IN_ADDRESS,
    SIGN_IN_ALL,
    SIGN_UP_ADDRESS,
)
from broadsheet.accounts.models import SignInAttempt
from broadsheet.accounts.names import check_name
from broadsheet.accounts.options import PASSWORDS
from broadsheet.core.limits import TooOften, mailbox, take

from .entering import EVERYBODY, HOME, count_try, enter, here, leads_to, refused
from .waiting import Waiting, end_waiting, have_wait, waiting_for

NEWCOMER = "sign_in_newcomer"
NEWCOMER_SECONDS = 30 * 60

page_or_form = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@page_or_form
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for an address; send it a letter."""
    if request.method != "POST":
        return _sign_in_page(request, EmailForm())
    form = EmailForm(request.POST)
    if not form.is_valid():
        return _sign_in_page(request, form, status=422)
    try:
        return _send_letter(request, form.cleaned_data["email"], to=leads_to(request))
    except TooOften as refusal:
        form.add_error("email", refusal.sentence)
        return refused(_sign_in_page(request, form, status=refusal.status), refusal)


@never_cache
@page_or_form
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code in the letter; sign in who has it."""
    waiting = waiting_for(request)
    if waiting is None:
        return redirect("account_login")
    if request.method != "POST":
        return _code_page(request, waiting, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _code_page(request, waiting, form, status=422)
    try:
        count_try(request, mailbox(waiting["email"]))
        attempt = commands.confirm_by_code(
            attempt_id=waiting["id"], code=form.cleaned_data["code"], at=timezone.now()
        )
    except (TooOften, commands.CodeWrong, commands.CodeSpent) as refusal:
        form.add_error("code", refusal.sentence)
        return refused(_code_page(request, waiting, form, status=refusal.status), refusal)
    return _confirmed(request, attempt)


@require_POST
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Send another letter to the address of this browser's try."""
    waiting = waiting_for(request)
    if waiting is None:
        return redirect("account_login")
    try:
        return _send_letter(request, waiting["email"], to=waiting["to"])
    except TooOften as refusal:
        form = CodeForm({})
        form.add_error("code", refusal.sentence)
        return refused(_code_page(request, waiting, form, status=refusal.status), refusal)


@never_cache
@page_or_form
def sign_in_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Ask for a click, then sign in: a program that opens every link in a letter confirms nothing."""
    if request.method != "POST":
        email = queries.sign_in_link(secret, at=timezone.now())
        if email is None:
            raise commands.LinkSpent
        return render(request, "accounts/sign_in_link.html", {"email": email})
    take((SIGN_IN_ADDRESS, here(request)), (SIGN_IN_ALL, EVERYBODY))
    return _confirmed(request, commands.confirm_by_link(secret=secret, at=timezone.now()))


@never_cache
@page_or_form
def sign_in_name(request: HttpRequest) -> HttpResponse:
    """Ask somebody new, whose address is confirmed, for the name under which they will speak."""
    newcomer = request.session.get(NEWCOMER)
    if newcomer is None or time.time() - newcomer["at"] > NEWCOMER_SECONDS:
        return redirect("account_login")
    if request.method != "POST":
        return render(request, "accounts/sign_in_name.html", {"form": NameForm(), **newcomer})
    form = NameForm(request.POST)
    try:
        name = check_name(form.cleaned_data["name"] if form.is_valid() else "")
        take((SIGN_UP_ADDRESS, here(request)))
        person = commands.begin_account(
            name=name, email=newcomer["email"], guest=guest_behind(request), at=timezone.now()
        )
    except (TooOften, commands.NameRefused) as refusal:
        form.add_error("name", refusal.sentence)
        page = render(
            request, "accounts/sign_in_name.html", {"form": form, **newcomer}, status=refusal.status
        )
        return refused(page, refusal)
    del request.session[NEWCOMER]
    return enter(request, person, to=newcomer["to"] or HOME, email=newcomer["email"])


def _send_letter(request: HttpRequest, email: str, *, to: str) -> HttpResponse:
    """Begin a try for `email`, which this browser may finish by the code. Raises `TooOften`."""
    take(
        (CODE_MAIL_HOUR, mailbox(email)),
        (CODE_MAIL_DAY, mailbox(email)),
        (CODE_ADDRESS, here(request)),
        (SIGN_IN_ALL, EVERYBODY),
    )
    attempt = commands.begin_sign_in(email=email, leads_to=to, at=timezone.now())
    return have_wait(
        redirect("account_confirm_login_code"),
        Waiting(id=attempt.pk, email=attempt.email, to=to),
    )


def _confirmed(request: HttpRequest, attempt: SignInAttempt) -> HttpResponse:
    """Sign in whose address it is; ask somebody new for a name first."""
    person = commands.recognise(email=attempt.email, guest=guest_behind(request), at=timezone.now())
    if person is None:
        request.session[NEWCOMER] = {
            "email": attempt.email,
            "to": attempt.leads_to,
            "at": time.time(),
        }
        return end_waiting(redirect("accounts:sign_in_name"))
    return end_waiting(enter(request, person, to=attempt.leads_to, email=attempt.email))


def _sign_in_page(request: HttpRequest, form: EmailForm, *, status: int = 200) -> HttpResponse:
    page = {"form": form, "next": leads_to(request), "with_password": PASSWORDS.value}
    return render(request, "accounts/sign_in.html", page, status=status)


def _code_page(
    request: HttpRequest, waiting: Waiting, form: CodeForm, *, status: int = 200
) -> HttpResponse:
    page: dict[str, Any] = {"form": form, "email": waiting["email"]}
    return render(request, "accounts/sign_in_code.html", page, status=status)
