"""Answers that are the same for everybody, and what they show.

A view that answers everybody alike says so with `declare`, and names what its answer shows by keys:
`article:12`, `threads:article:12`. Whoever keeps such answers forgets those that show what has changed.
An answer that declares nothing concerns one person and is kept by nobody.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import has_vary_header, patch_vary_headers

from broadsheet.core.http import FRAGMENT_HEADER

logger = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]

KEYS_HEADER = "Surrogate-Key"
"""What an answer shows, for caches that can forget by key (as Fastly and Varnish name it)."""

CAPABILITY_HEADER = "Surrogate-Capability"
CONTROL_HEADER = "Surrogate-Control"
INCLUDES = "ESI/1.0"
"""What a cache says that can put a page together itself (Edge Architecture Specification, W3C 2001)."""
QUERY = "$(QUERY_STRING)"
"""How an include names the query of the page (ESI Language Specification 1.0)."""

UNTIL_HEADER = "BS-Until"
"""Until when the edge may keep an answer, in seconds of Unix time. It goes no further than the edge."""

MISSING = "missing"
"""What an answer shows that says that there is nothing at its address, or leads to where it now is."""

# A removed comment may stay in caches we cannot reach for these seconds together, and no longer.
FRESH_SECONDS = 2
STALE_SECONDS = 3
SHARED = f"public, max-age=0, s-maxage={FRESH_SECONDS}"
NOT_FOUND_SHARED = "public, max-age=0, s-maxage=1"
PRIVATE = "no-store"

CDN_HEADER = "CDN-Cache-Control"
CDN_SHARED = f"public, max-age={FRESH_SECONDS}, stale-while-revalidate={STALE_SECONDS}"
"""For caches on the way alone (RFC 9213): Chromium would show readers their own stale copy (RFC 5861)."""

LAST_SECONDS = FRESH_SECONDS + STALE_SECONDS
"""For so long before an answer ends to be true, it is no longer said to be good for some seconds more."""
ENDING = "public, max-age=0, s-maxage=0, must-revalidate"

SHAREABLE = frozenset({200, 301, 302, 308, 404, 410})
READING = frozenset({"GET", "HEAD"})


def declare(request: HttpRequest, *keys: str, until: datetime | None = None) -> None:
    """Say that the answer to `request` is the same for everybody, and shows what `keys` name.

    With `until`, it is true before that moment only, though nothing happens then that anybody could tell
    of. Of several moments the first counts.
    """
    declared: set[str] = request.__dict__.setdefault("shared_keys", set())
    declared.update(map(written_key, keys))
    if until is not None:
        known = request.__dict__.get("shared_until", until)
        request.__dict__["shared_until"] = min(known, until)


def written_key(key: str) -> str:
    """Answer `key` as it stands in headers: without spaces, in ASCII."""
    return quote(key, safe=":/@!$'()*+,;=")


def can_include(request: HttpRequest) -> bool:
    """Whether who asks puts the page together from parts, so that a part may be left out of it."""
    return INCLUDES in request.headers.get(CAPABILITY_HEADER, "")


def leave_out(request: HttpRequest, address: str, *, with_query: bool = True) -> str:
    """Leave a part out of the answer to `request`: who `can_include` it finds it at the answered address.

    The part is asked for with the query the page is asked for, and the page may read nothing of it; or, not
    `with_query`, with what `address` says, and the page may read its own.
    """
    request.__dict__["leaves_something_out"] = True
    return f"{address}?{QUERY}" if with_query else address


class SharedAnswerMiddleware:
    """Say on every answer who may keep it: everybody, if the view declared so; else nobody.

    What depends on who asks is never everybody's, whatever was declared.
    """

    def __init__(self, get_response: Answer) -> None:
        """Stand before `get_response`."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        response = self.get_response(request)
        keys = request.__dict__.get("shared_keys")
        if keys and request.method in READING and response.status_code in SHAREABLE:
            if not _is_personal(response):
                left_out = "leaves_something_out" in request.__dict__
                _share(response, keys, leaves_something_out=left_out)
                _end(response, request.__dict__.get("shared_until"))
                return response
            logger.warning("%s depends on who asks and is kept by nobody.", request.path)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = PRIVATE
        return response


def _is_personal(response: HttpResponse) -> bool:
    is_private = "private" in response.headers.get("Cache-Control", "")
    return is_private or bool(response.cookies) or has_vary_header(response, "Cookie")


def _share(response: HttpResponse, keys: set[str], *, leaves_something_out: bool) -> None:
    is_missing = response.status_code in (404, 410)
    response.headers["Cache-Control"] = NOT_FOUND_SHARED if is_missing else SHARED
    if not is_missing:
        response.headers[CDN_HEADER] = CDN_SHARED
    response.headers[KEYS_HEADER] = " ".join(sorted({*keys, MISSING} if is_missing else keys))
    if leaves_something_out:
        response.headers[CONTROL_HEADER] = f'content="{INCLUDES}"'
    patch_vary_headers(response, [FRAGMENT_HEADER, "Accept"] if is_missing else [FRAGMENT_HEADER])


def _end(response: HttpResponse, until: datetime | None) -> None:
    """Say until when `response` may be kept, so that no cache has it after `until`.

    Caches on the way are told seconds, not moments. So shortly before the end the answer is made anew, saying
    that nobody else may keep it; the one before it is given up early enough.
    """
    if until is None:
        return
    ends_at = until.timestamp()
    if ends_at - timezone.now().timestamp() > LAST_SECONDS:
        ends_at -= LAST_SECONDS
    else:
        response.headers["Cache-Control"] = ENDING
        response.headers.pop(CDN_HEADER, None)
    response.headers[UNTIL_HEADER] = str(ends_at)
