"""Which letter a browser waits for, in a signed cookie of its own.

Not in the session: the page to sign in asks for a passkey's challenge meanwhile, and where there is no
session yet, each of the two answers would bring another one.
"""

from typing import TypedDict, cast

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from broadsheet.accounts.models.sign_in_attempt import ATTEMPT_LIFETIME

_SALT = "broadsheet.accounts.waiting"
# Who comes too late is told so on the page of the code, for as long again.
_AGE = 2 * int(ATTEMPT_LIFETIME.total_seconds())


class Waiting(TypedDict):
    """The try that a letter was sent for, to whom, and where it leads afterwards."""

    id: int
    email: str
    to: str


def _cookie_name() -> str:
    return "__Host-bs_waiting" if settings.SESSION_COOKIE_SECURE else "bs_waiting"


def waiting_for(request: HttpRequest) -> Waiting | None:
    """Answer what this browser waits for, if anything."""
    signed = request.COOKIES.get(_cookie_name(), "")
    try:
        return cast("Waiting", signing.loads(signed, salt=_SALT, max_age=_AGE))
    except signing.BadSignature:
        return None


def have_wait(response: HttpResponse, waiting: Waiting) -> HttpResponse:
    """Let the browser that receives `response` wait for this letter."""
    response.set_cookie(
        _cookie_name(),
        signing.dumps(waiting, salt=_SALT),
        max_age=_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def end_waiting(response: HttpResponse) -> HttpResponse:
    """Let the browser that receives `response` wait no more."""
    response.delete_cookie(_cookie_name(), samesite="Lax")
    return response
