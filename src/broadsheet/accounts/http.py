"""The person behind a request."""

from typing import cast

from django.http import HttpRequest

from .guest_key import guest_behind
from .models import User

_CACHED = "_broadsheet_reader"


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
