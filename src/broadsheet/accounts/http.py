"""The person behind a request."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from broadsheet.core.errors import Refused
from broadsheet.core.http import wants_fragment, wants_json

from .guest_key import guest_behind, was_guest_here
from .models import User
from .proof import has_proved_recently, has_shown_their_work

_CACHED = "_broadsheet_reader"

Answer = TypeVar("Answer", bound=HttpResponseBase)


class ProofNeeded(Refused):
    """Something was asked for by a script that needs a fresh proof of who asks."""

    code = "proof-needed"
    status = 403
    message = _("Please load the page again, and show once more that it is you.")


def reader_of(request: HttpRequest) -> User | None:
    """Who asks: the signed-in user, else the guest whose key the browser holds, else nobody.

    Only writes, the overlay and pages about oneself may call this: a page that reads a cookie cannot be
    served from memory. Costs at most two queries, once per request.
    """
    if not hasattr(request, _CACHED):
        user = request.user
        if user.is_authenticated:
            user.awaits_second_factor = user.is_staff and not has_shown_their_work(request, user)
        setattr(request, _CACHED, user if user.is_authenticated else guest_behind(request))
    return cast("User | None", getattr(request, _CACHED))


class SignInHere(Refused):
    """A browser holds the key of a guest who is more than a guest by now, and nobody is signed in there."""

    code = "sign-in-here"
    status = 403
    message = _(
        "You have confirmed your e-mail address, so the key in this browser is not enough any more."
        " Sign in here, and go on as yourself."
    )
    page = "accounts/sign_in_here.html"


def writer_of(request: HttpRequest) -> User | None:
    """Who asks, for what nobody may do twice by having two names: as `reader_of`.

    Raises `SignInHere` in a browser whose guest has become a reader elsewhere: else they would go on as
    somebody new.
    """
    writer = reader_of(request)
    if writer is None and was_guest_here(request):
        raise SignInHere
    return writer


def set_reader(request: HttpRequest, reader: User) -> None:
    """Remember that `reader` is behind this request from now on (a guest who was just made)."""
    setattr(request, _CACHED, reader)


def recently_proved(view: Callable[..., Answer]) -> Callable[..., Answer | HttpResponse]:
    """Let whoever is signed in enter `view` only if they have shown within ten minutes that it is them.

    Others are asked to, and led back. A guest has nothing to show but the key in the browser, and enters;
    nobody at all is asked to sign in. For what cannot be undone, and what opens doors.
    """

    @never_cache
    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> Answer | HttpResponse:
        reader = reader_of(request)
        if reader is None:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if request.user.is_authenticated and not has_proved_recently(request, reader):
            return ask_for_proof(request)
        return view(request, *args, **kwargs)

    return entered


def ask_for_proof(request: HttpRequest) -> HttpResponse:
    """Lead who asks to the page where they show that it is them, and back. Raises `ProofNeeded` for scripts."""
    if wants_json(request) or wants_fragment(request):
        raise ProofNeeded
    return redirect_to_login(request.get_full_path(), reverse("accounts:proof"))
