"""What a reader may change about themselves: the name, and the address that letters go to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from broadsheet.accounts import commands
from broadsheet.accounts.forms import CodeForm, EmailForm, NameForm
from broadsheet.accounts.http import recently_proved
from broadsheet.accounts.limits import CODE_ADDRESS, CODE_MAIL_DAY, CODE_MAIL_HOUR
from broadsheet.accounts.models import User
from broadsheet.accounts.own_pages import own_page
from broadsheet.core.errors import Refused
from broadsheet.core.limits import mailbox, take

from .entering import count_try, here, refused

CHANGE = "email_change"


@require_safe
@own_page(for_guests=False)
def settings(request: HttpRequest, reader: User) -> HttpResponse:
    """All that can be changed."""
    return _settings_page(request, reader, NameForm({"name": reader.name}))


@require_POST
@own_page(for_guests=False)
def rename(request: HttpRequest, reader: User) -> HttpResponse:
    """Give the reader another name."""
    form = NameForm(request.POST)
    try:
        name = form.cleaned_data["name"] if form.is_valid() else ""
        commands.rename_person(person=reader, name=name, at=timezone.now())
    except Refused as refusal:
        form.add_error("name", refusal.sentence)
        return _settings_page(request, reader, form, status=refusal.status)
    return redirect("accounts:settings")


@require_http_methods(["GET", "HEAD", "POST"])
@own_page(for_guests=False)
@recently_proved
def change_email(request: HttpRequest, reader: User) -> HttpResponse:
    """Ask for another address, and write to it."""
    form = EmailForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _email_page(request, reader, form)
    if not form.is_valid():
        return _email_page(request, reader, form, status=422)
    email = form.cleaned_data["email"]
    try:
        take(
            (CODE_MAIL_HOUR, mailbox(email)),
            (CODE_MAIL_DAY, mailbox(email)),
            (CODE_ADDRESS, here(request)),
        )
    except Refused as refusal:
        form.add_error("email", refusal.sentence)
        return refused(_email_page(request, reader, form, status=refusal.status), refusal)
    attempt = commands.begin_email_change(person=reader, email=email, at=timezone.now())
    request.session[CHANGE] = {"id": attempt.pk, "email": attempt.email, "person": reader.pk}
    return redirect("accounts:confirm_email_change")


@require_http_methods(["GET", "HEAD", "POST"])
@own_page(for_guests=False)
@recently_proved
def confirm_email_change(request: HttpRequest, reader: User) -> HttpResponse:
    """Ask for the code in the letter; the address is then the reader's."""
    waiting = request.session.get(CHANGE)
    if waiting is None or waiting["person"] != reader.pk:
        return redirect("accounts:change_email")
    email = waiting["email"]
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _code_page(request, reader, form, email, status=422 if form.is_bound else 200)
    try:
        count_try(request, mailbox(email))
        attempt = commands.confirm_by_code(
            attempt_id=waiting["id"], code=form.cleaned_data["code"], at=timezone.now()
        )
        commands.change_email(person=reader, email=attempt.email, at=timezone.now())
    except Refused as refusal:
        form.add_error("code", refusal.sentence)
        page = _code_page(request, reader, form, email, status=refusal.status)
        return refused(page, refusal)
    del request.session[CHANGE]
    return redirect("accounts:settings")


def _settings_page(
    request: HttpRequest, reader: User, form: NameForm, *, status: int = 200
) -> HttpResponse:
    page = {"reader": reader, "form": form}
    return render(request, "accounts/settings.html", page, status=status)


def _email_page(
    request: HttpRequest, reader: User, form: EmailForm, *, status: int = 200
) -> HttpResponse:
    page = {"reader": reader, "form": form}
    return render(request, "accounts/change_email.html", page, status=status)


def _code_page(
    request: HttpRequest, reader: User, form: CodeForm, email: str, *, status: int
) -> HttpResponse:
    page = {"reader": reader, "form": form, "email": email}
    return render(request, "accounts/confirm_email_change.html", page, status=status)
