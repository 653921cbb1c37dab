"""Addresses of other systems that only their query tells apart."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.contrib.redirects.models import Redirect

from broadsheet.core.shared import declare
from broadsheet.publishing.shows import PAPER

QUERIES = ("p", "page_id", "cat")
"""How WordPress writes the plain address of an article, a page and a category."""


class OldQueryMiddleware:
    """Leads ``/?p=12`` to what was imported from there.

    Wagtail's own redirects are asked only where there is no page, and at ``/`` there always is one.
    Costs a query for such addresses, and nothing for others.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand before `get_response`."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a redirect, or whatever stands behind answers."""
        if request.path == "/" and request.method in {"GET", "HEAD"}:
            declare(request, PAPER)
            for name in QUERIES:
                number = request.GET.get(name, "")
                if number.isascii() and number.isdigit():
                    found = Redirect.objects.filter(old_path=f"/?{name}={number[:19]}").first()
                    if found and found.link:
                        return HttpResponsePermanentRedirect(found.link)
        return self.get_response(request)
