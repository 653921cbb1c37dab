"""Readings of a request that every app agrees on."""

from django.http import HttpRequest

FRAGMENT_HEADER = "BS-Fragment"


def wants_fragment(request: HttpRequest) -> bool:
    """Whether one of our elements asks, and wants only its part of the page."""
    return FRAGMENT_HEADER in request.headers


def wants_json(request: HttpRequest) -> bool:
    """Whether the one who asks prefers JSON to HTML."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
