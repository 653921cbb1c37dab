"""Two rules that hold for every request: writes come from our own pages, and a refusal is well spoken."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import DatabaseAway, Refused
from broadsheet.core.http import wants_fragment, wants_json

logger = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]
View = TypeVar("View", bound=Callable[..., HttpResponse])

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class ForeignOrigin(Refused):
    """A write was asked for by a page that is not ours."""

    code = "foreign-origin"
    status = 403
    message = _(
        "This was sent from another site, so it was not accepted. Please try again from this page."
    )


class OwnOriginMiddleware:
    """Accept unsafe requests only from our own origin, so that reading pages need no token.

    `Sec-Fetch-Site`, which no script can set, decides where it is sent; else `Origin` must be ours. A
    request with neither is refused: every browser since 2020 sends one of them with a POST. (Fetch
    Metadata, W3C; the `Origin` header, RFC 6454.) Paths of the desk keep Django's own tokens besides. Views that
    `hear_machines` are let be: they prove by other means who writes.
    """

    def __init__(self, get_response: Answer) -> None:
        """Stand before `get_response`."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse a foreign write before any view is entered."""
        if (
            request.method not in SAFE_METHODS
            and not comes_from_our_own_origin(request)
            and not _hears_machines(request)
        ):
            return answer_refusal(request, ForeignOrigin())
        return self.get_response(request)


def hear_machines(view: View) -> View:
    """Let programs that are no browsers write to `view`, which knows them by a signature, and reads no cookie."""
    view.__dict__["hears_machines"] = True
    return view


def _hears_machines(request: HttpRequest) -> bool:
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return False
    return bool(getattr(view, "hears_machines", False))


def comes_from_our_own_origin(request: HttpRequest) -> bool:
    """Whether a page of this very origin sent `request`."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    return origin.lower() == f"{request.scheme}://{request.get_host()}".lower()


class RefusalMiddleware:
    """Turn a `Refused` into the form it was asked in: a page, a fragment, or JSON (RFC 9457)."""

    def __init__(self, get_response: Answer) -> None:
        """Stand before `get_response`."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal, and a database that is away or full; leave everything else to crash."""
        if isinstance(exception, OperationalError | InterfaceError):
            logger.warning("The database refused %s: %s", request.path, exception)
            return answer_refusal(request, DatabaseAway())
        return answer_refusal(request, exception) if isinstance(exception, Refused) else None


def answer_refusal(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Say `refusal` as a page, a fragment or a JSON problem. The words that were sent come back with it."""
    response: HttpResponse
    if wants_json(request):
        problem = {
            "type": "about:blank",
            "status": refusal.status,
            "code": refusal.code,
            "title": refusal.sentence,
            **refusal.details,
        }
        response = JsonResponse(
            problem, status=refusal.status, content_type="application/problem+json"
        )
    else:
        template = "core/refusal.html" if wants_fragment(request) else refusal.page
        context = {
            "refusal": refusal,
            "words": _words_sent(request),
            "site_name": settings.BROADSHEET["site_name"],
        }
        response = render(request, template, context, status=refusal.status)
    response.headers["Cache-Control"] = "no-store"
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def _words_sent(request: HttpRequest) -> str:
    """What the reader had written, so that no refusal ever loses it."""
    if request.method != "POST" or request.content_type not in (
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ):
        return ""
    return request.POST.get("body", "")
