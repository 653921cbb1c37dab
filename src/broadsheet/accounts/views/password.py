"""A password, where the operator lets readers have one."""

from allauth.account.adapter import get_adapter
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from broadsheet.accounts import commands
from broadsheet.accounts.forms import NewPasswordForm, PasswordForm
from broadsheet.accounts.http import recently_proved
from broadsheet.accounts.models import User
from broadsheet.accounts.options import PASSWORDS
from broadsheet.accounts.own_pages import own_page
from broadsheet.core.limits import TooOften, mailbox

from .entering import count_try, enter, leads_to, refused


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_password(request: HttpRequest) -> HttpResponse:
    """Ask for address and password; the answer is the same for unknown addresses."""
    _must_be_switched_on()
    if request.method != "POST":
        return _sign_in_page(request, PasswordForm())
    form = PasswordForm(request.POST)
    if not form.is_valid():
        return _sign_in_page(request, form, status=422)
    email, password = form.cleaned_data["email"], form.cleaned_data["password"]
    try:
        count_try(request, mailbox(email))
    except TooOften as refusal:
        form.add_error("password", refusal.sentence)
        return refused(_sign_in_page(request, form, status=refusal.status), refusal)
    person = commands.match_password(email=email, password=password)
    if person is None:
        form.add_error("password", gettext("The address or the password is not right."))
        return _sign_in_page(request, form, status=422)
    return enter(request, person, to=leads_to(request), method="password", email=person.email)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proved
@own_page(for_guests=False)
def set_password(request: HttpRequest, person: User) -> HttpResponse:
    """Set, change or remove one's own password. Whoever forgot it has come in by a letter, and sets a new one."""
    _must_be_switched_on()
    if request.method != "POST":
        return _password_page(request, person, NewPasswordForm())
    if "remove" in request.POST:
        commands.remove_password(person=person)
        return _changed(request, person)
    form = NewPasswordForm(request.POST)
    if not form.is_valid():
        return _password_page(request, person, form, status=422)
    news = "account/email/password_" + ("changed" if person.has_usable_password() else "set")
    try:
        commands.set_password(person=person, password=form.cleaned_data["password"])
    except commands.PasswordWeak as refusal:
        form.add_error("password", refusal.sentence)
        return _password_page(request, person, form, status=refusal.status)
    get_adapter().send_notification_mail(news, person)
    return _changed(request, person)


def _changed(request: HttpRequest, person: User) -> HttpResponse:
    """Keep this session, whose key is new, and end the others: they may be why the password was changed."""
    update_session_auth_hash(request, person)
    commands.end_other_sessions(person=person, current=request.session.session_key)
    return redirect("mfa_index")


def _must_be_switched_on() -> None:
    if not PASSWORDS.value:
        raise Http404


def _sign_in_page(request: HttpRequest, form: PasswordForm, *, status: int = 200) -> HttpResponse:
    page = {"form": form, "next": leads_to(request)}
    return render(request, "accounts/sign_in_password.html", page, status=status)


def _password_page(
    request: HttpRequest, person: User, form: NewPasswordForm, *, status: int = 200
) -> HttpResponse:
    page = {"form": form, "reader": person, "has_password": person.has_usable_password()}
    return render(request, "accounts/set_password.html", page, status=status)
