"""The person behind a request."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from .guest_key import guest_behind
from .models import User

_CACHED = "_broadsheet_reader"

View = Callable[..., HttpResponse]


class PersonRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: User


def reader_of(request: HttpRequest) -> User | None:
    """Who asks: the signed-in user, else the guest whose key the browser holds, else nobody.

    Only writes, the overlay and pages about oneself may call this: a page that reads a cookie cannot be
    served from memory. Costs at most two queries, once per request.
    """
    if not hasattr(request, _CACHED):
        user = request.user
        setattr(request, _CACHED, user if user.is_authenticated else guest_behind(request))
    return cast("User | None", getattr(request, _CACHED))


def set_reader(request: HttpRequest, reader: User) -> None:
    """Remember that `reader` is behind this request from now on (a guest who was just made)."""
    setattr(request, _CACHED, reader)


def signed_in(view: View) -> View:
    """Let only people who are signed in enter `view`, with a `PersonRequest`; ask others to sign in first."""

    @never_cache
    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(_way_back(request), settings.LOGIN_URL)
        return view(request, *args, **kwargs)

    return entered


def _way_back(request: HttpRequest) -> str:
    """Where to come back to: what was sent by a form is lost, so to the page that has the form."""
    return request.get_full_path() if request.method == "GET" else "/account/"
