"""The signed key by which a browser shows that it is the guest who wrote something.

It holds the guest's id, signed with the site's key; it opens nothing but that guest's own words, and
stops working once the guest has become more than a guest.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from broadsheet.core.statements import Statement

from .models import Strength, User, present_person

GUEST_KEY_AGE = 60 * 60 * 24 * 365
_SALT = "broadsheet.accounts.guest-key"

# Readable by our script and worth nothing to anybody: it says "ask for the overlay", and whether as a guest.
READER_MARK = "bs_reader"

_ACTIVE_GUEST = Statement(
    "SELECT {guest} FROM {Guest} guest WHERE id = %s AND strength = %s AND is_active", guest=User
)


def cookie_name() -> str:
    """`__Host-` binds the cookie to this very host (RFC 6265bis), where the site has TLS."""
    return "__Host-bs_guest" if settings.SESSION_COOKIE_SECURE else "bs_guest"


def guest_behind(request: HttpRequest) -> User | None:
    """The guest whose key this browser holds, if the key is ours and the guest still is one."""
    guest_id = _guest_id(request)
    found = _ACTIVE_GUEST.first(guest_id, Strength.GUEST) if guest_id else None
    return found[0] if found else None


def was_guest_here(request: HttpRequest) -> User | None:
    """Who the guest whose key this browser holds has become since, if they are more than a guest."""
    guest_id = _guest_id(request)
    guest = User.objects.filter(pk=guest_id).first() if guest_id else None
    if guest is None:
        return None
    person = present_person(guest)
    return person if person.is_active and not person.is_guest else None


def _guest_id(request: HttpRequest) -> int | None:
    signed = request.COOKIES.get(cookie_name())
    if not signed:
        return None
    try:
        guest_id: int = signing.loads(signed, salt=_SALT, max_age=GUEST_KEY_AGE)
    except signing.BadSignature:
        return None
    return guest_id


def hand_over(response: HttpResponse, guest: User) -> None:
    """Give the browser that receives `response` the key of `guest`."""
    response.set_cookie(
        cookie_name(),
        signing.dumps(guest.pk, salt=_SALT),
        max_age=GUEST_KEY_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    mark_as_reader(response, is_guest=True)


def take_back(response: HttpResponse) -> None:
    """Take the key away from the browser that receives `response`: it opens nothing any more."""
    response.delete_cookie(cookie_name(), samesite="Lax")


def mark_as_reader(response: HttpResponse, *, is_guest: bool = False) -> None:
    """Let the page's script know that there is somebody to ask the overlay for."""
    response.set_cookie(
        READER_MARK,
        "guest" if is_guest else "account",
        max_age=GUEST_KEY_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
