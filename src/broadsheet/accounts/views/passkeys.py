"""One's own passkeys: adding, naming, removing."""

from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth, flows
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from broadsheet.accounts.forms import NewPasskeyForm
from broadsheet.accounts.http import recently_proved
from broadsheet.accounts.models import NAME_LENGTH, User
from broadsheet.accounts.own_pages import own_page
from broadsheet.accounts.proof import rise
from broadsheet.core.text import normalise_name

MOST_PASSKEYS = 20


@require_POST
@recently_proved
@own_page(for_guests=False)
def begin_passkey(request: HttpRequest, person: User) -> HttpResponse:
    """Answer the challenge for a new passkey, which must verify its user and be found without a name."""
    return JsonResponse(auth.begin_registration(person, passwordless=True))


@require_http_methods(["GET", "HEAD", "POST"])
@recently_proved
@own_page(for_guests=False)
def add_passkey(request: HttpRequest, person: User) -> HttpResponse:
    """Ask for a name and the passkey, and keep it."""
    if Authenticator.objects.filter(user=person).count() > MOST_PASSKEYS:
        return redirect("mfa_index")
    error = ""
    if request.method == "POST":
        form = NewPasskeyForm(user=person, data=request.POST)
        if form.is_valid():
            passkey, _codes = flows.add_authenticator(
                request,
                name=_written(form.cleaned_data["name"]),
                credential=form.cleaned_data["credential"],
            )
            post_authentication(request, passkey)
            rise(request, person)
            return redirect("mfa_index")
        error = gettext("The passkey could not be added. Please try again.")
    page = {"error": error, "reader": person}
    return render(request, "accounts/add_passkey.html", page, status=422 if error else 200)


@require_POST
@recently_proved
@own_page(for_guests=False)
def rename_passkey(request: HttpRequest, person: User, pk: int) -> HttpResponse:
    """Give one's passkey another name."""
    passkey = _own_passkey(person, pk)
    name = _written(request.POST.get("name", ""))
    if name:
        flows.rename_authenticator(request, passkey, name)
    return redirect("mfa_index")


@require_http_methods(["GET", "HEAD", "POST"])
@recently_proved
@own_page(for_guests=False)
def remove_passkey(request: HttpRequest, person: User, pk: int) -> HttpResponse:
    """Ask whether the passkey is to go, and let it go."""
    passkey = _own_passkey(person, pk)
    if request.method == "POST":
        flows.remove_authenticator(request, passkey)
        return redirect("mfa_index")
    page = {"what": passkey.wrap().name, "reader": person}
    return render(request, "accounts/remove_way.html", page)


def _own_passkey(person: User, pk: int) -> Authenticator:
    passkey: Authenticator = get_object_or_404(
        Authenticator, user=person, type=Authenticator.Type.WEBAUTHN, pk=pk
    )
    return passkey


def _written(name: str) -> str:
    """A name in one line, in what a line holds."""
    return normalise_name(name)[:NAME_LENGTH].strip()
