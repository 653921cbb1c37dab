"""Readings of a request that every app agrees on."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

FRAGMENT_HEADER = "BS-Fragment"

PATH_LENGTH = 2000


def wants_fragment(request: HttpRequest) -> bool:
    """Whether one of our elements asks, and wants only its part of the page."""
    return FRAGMENT_HEADER in request.headers


def wants_json(request: HttpRequest) -> bool:
    """Whether the one who asks prefers JSON to HTML."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def is_own_path(url: str) -> bool:
    """Whether `url` is a path of this very origin, to which somebody may be led who brought it along."""
    return (
        url.startswith("/")
        and len(url) <= PATH_LENGTH
        and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    )
