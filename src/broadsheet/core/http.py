"""Readings of a request that every app agrees on."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from .addresses import pseudonym_of

FRAGMENT_HEADER = "BS-Fragment"

PATH_LENGTH = 2000


def wants_fragment(request: HttpRequest) -> bool:
    """Whether one of our elements asks, and wants only its part of the page."""
    return FRAGMENT_HEADER in request.headers


def wants_json(request: HttpRequest) -> bool:
    """Whether the one who asks prefers JSON to HTML."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def origin_of(request: HttpRequest) -> str:
    """Answer what stands, for a day, for the network that `request` comes from: see `addresses.pseudonym_of`."""
    address = request.META.get("REMOTE_ADDR", "")
    return pseudonym_of(address, at=timezone.now(), secret=settings.SECRET_KEY)


def is_own_path(url: str) -> bool:
    """Whether `url` is a path of this very origin, to which somebody may be led who brought it along."""
    return (
        url.startswith("/")
        and len(url) <= PATH_LENGTH
        and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    )
