"""Who gives is asked no more: their browser knows it, and tells nobody."""

from django.conf import settings
from django.http import HttpResponse

SUPPORTER_MARK = "bs_supporter"
"""Read by `ask.js`. Worth nothing to anybody: it says that asks are hidden here, not who gave."""

_DAY = 24 * 60 * 60
ONCE, AGAIN = 180 * _DAY, 395 * _DAY


def spare(response: HttpResponse, *, comes_again: bool) -> HttpResponse:
    """Have the browser that receives `response` hide asks: for half a year, or for a yearly gift's whole one."""
    response.set_cookie(
        SUPPORTER_MARK,
        "1",
        max_age=AGAIN if comes_again else ONCE,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response
