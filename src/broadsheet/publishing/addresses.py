"""Addresses as other sites need them."""

from urllib.parse import urljoin

from django.conf import settings


def full_address(path: str) -> str:
    """`path` with the scheme and host under which readers know the newspaper."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)
