"""A guest shows that an address is theirs, and becomes a reader; whoever has signed in sees what was found."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from broadsheet.accounts import commands, queries
from broadsheet.accounts.forms import ClaimForm, CodeForm, NameForm
from broadsheet.accounts.guest_key import guest_behind, take_back
from broadsheet.accounts.limits import (
    CODE_ADDRESS,
    CODE_MAIL_DAY,
    CODE_MAIL_HOUR,
    SIGN_IN_ADDRESS,
    SIGN_IN_ALL,
)
from broadsheet.accounts.models import Claim, Merge, User
from broadsheet.accounts.own_pages import own_page
from broadsheet.core.errors import NotFound, Refused
from broadsheet.core.http import is_own_path
from broadsheet.core.limits import TooOften, mailbox, take

from .entering import EVERYBODY, HOME, count_try, enter, here, leads_to, refused
from .sign_in import page_or_form

OF_THE_LETTER = (
    commands.ClaimSpent,
    commands.AddressClosed,
    commands.AddressOfStaff,
    commands.AddressTaken,
)


@page_or_form
@own_page()
def claim(request: HttpRequest, reader: User) -> HttpResponse:
    """Offer a guest to confirm their address; send the letter."""
    if not reader.is_guest:
        return redirect("accounts:found")
    if request.method != "POST":
        return _claim_page(request, reader, ClaimForm(initial={"email": reader.claimed_email}))
    form = ClaimForm(request.POST)
    if not form.is_valid():
        return _claim_page(request, reader, form, status=422)
    email = form.cleaned_data["email"]
    try:
        take(
            (CODE_MAIL_HOUR, mailbox(email)),
            (CODE_MAIL_DAY, mailbox(email)),
            (CODE_ADDRESS, here(request)),
            (SIGN_IN_ALL, EVERYBODY),
        )
        commands.begin_claim(
            guest=reader, email=email, name=form.cleaned_data["name"], at=timezone.now()
        )
    except (TooOften, commands.NameRefused) as refusal:
        is_name = isinstance(refusal, commands.NameRefused)
        form.add_error("name" if is_name else "email", refusal.sentence)
        return refused(_claim_page(request, reader, form, status=refusal.status), refusal)
    return redirect(_with_next(reverse("accounts:claim_code"), _next(request)))


@page_or_form
@own_page()
def claim_code(request: HttpRequest, reader: User) -> HttpResponse:
    """Ask the guest's browser for the code in the letter."""
    waiting = Claim.objects.filter(guest=reader, spent_at=None).order_by("-pk").first()
    if waiting is None or not reader.is_guest:
        return redirect("accounts:claim")
    if request.method != "POST":
        return _code_page(request, waiting, CodeForm())
    return _try_code(request, reader, waiting)


def _try_code(request: HttpRequest, reader: User, waiting: Claim) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _code_page(request, waiting, form, status=422)
    name = str(request.POST.get("name", ""))
    try:
        count_try(request, mailbox(waiting.email))
        person = commands.confirm_claim_by_code(
            guest=reader, code=form.cleaned_data["code"], name=name, at=timezone.now()
        )
    except commands.NameRefused as refusal:
        names = _name_form(name, refusal)
        return _code_page(request, waiting, form, names=names, status=refusal.status)
    except (TooOften, commands.ClaimCodeWrong, *OF_THE_LETTER) as refusal:
        form.add_error("code", refusal.sentence)
        return refused(_code_page(request, waiting, form, status=refusal.status), refusal)
    return _enter(request, person, email=waiting.email)


@never_cache
@page_or_form
def claim_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Show whose words the letter is about, and ask for a click: opening the link confirms nothing."""
    now = timezone.now()
    waiting = commands.claim_behind(secret=secret, at=now)
    if request.method != "POST":
        return _link_page(request, waiting)
    take((SIGN_IN_ADDRESS, here(request)), (SIGN_IN_ALL, EVERYBODY))
    if "not_mine" in request.POST:
        commands.decline_claim(secret=secret, at=now)
        return render(request, "accounts/claim_declined.html")
    name = str(request.POST.get("name", ""))
    try:
        person = commands.confirm_claim(secret=secret, name=name, at=now)
    except commands.NameRefused as refusal:
        return _link_page(request, waiting, names=_name_form(name, refusal), status=refusal.status)
    return _enter(request, person, email=waiting.email)


@require_safe
@own_page(for_guests=False)
def found(request: HttpRequest, reader: User) -> HttpResponse:
    """What was found under the reader's address and in this browser, and the way to refuse it."""
    page = queries.found_page(reader, guest=guest_behind(request), at=timezone.now())
    context = {"page": page, "reader": reader, "next": _next(request)}
    return render(request, "accounts/found.html", context)


@require_POST
@own_page(for_guests=False)
def refuse_merge(request: HttpRequest, reader: User, merge_id: int) -> HttpResponse:
    """Give back what is not the reader's."""
    merge = Merge.objects.filter(pk=merge_id, target=reader).select_related("source").first()
    if merge is None:
        raise NotFound
    commands.refuse_merge(merge=merge, person=reader, at=timezone.now())
    return redirect(_with_next(reverse("accounts:found"), _next(request)))


@require_POST
@own_page(for_guests=False)
def take_over_guest(request: HttpRequest, reader: User) -> HttpResponse:
    """Make what was said in this browser as a guest the reader's, who asks for it."""
    guest = guest_behind(request)
    if guest is not None:
        commands.take_over_guest(guest=guest, person=reader, asked=True, at=timezone.now())
    return _without_key(redirect(_with_next(reverse("accounts:found"), _next(request))))


@require_POST
def forget_guest(request: HttpRequest) -> HttpResponse:
    """Have this browser forget whose guest's key it holds: somebody else is sitting here now."""
    to = request.POST.get("next", "")
    return _without_key(redirect(to if is_own_path(to) else HOME))


def _enter(request: HttpRequest, person: User, *, email: str) -> HttpResponse:
    to = _with_next(reverse("accounts:found"), _next(request))
    return _without_key(enter(request, person, to=to, email=email))


def _without_key(response: HttpResponse) -> HttpResponse:
    take_back(response)
    return response


def _next(request: HttpRequest) -> str:
    """Where somebody was before they came to these pages."""
    to = leads_to(request)
    return "" if to.startswith("/account/") else to


def _with_next(address: str, to: str) -> str:
    return f"{address}?{urlencode({'next': to})}" if to else address


def _name_form(name: str, refusal: Refused) -> NameForm:
    form = NameForm({"name": name})
    form.add_error("name", refusal.sentence)
    return form


def _claim_page(
    request: HttpRequest, reader: User, form: ClaimForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "reader": reader,
        "words": queries.guest_words(reader),
        "next": _next(request),
    }
    return render(request, "accounts/claim.html", context, status=status)


def _code_page(
    request: HttpRequest,
    waiting: Claim,
    form: CodeForm,
    *,
    names: NameForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "names": names,
        "email": waiting.email,
        "next": _next(request),
    }
    return render(request, "accounts/claim_code.html", context, status=status)


def _link_page(
    request: HttpRequest, waiting: Claim, *, names: NameForm | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "words": queries.guest_words(waiting.guest),
        "email": waiting.email,
        "names": names,
        "form": names,
    }
    return render(request, "accounts/claim_link.html", context, status=status)
