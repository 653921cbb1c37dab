"""What every answer tells the browser to refuse.

Three policies (Content Security Policy Level 3, W3C): readers' pages, which run our own files and nothing
inline; the desk, which is Wagtail's; and everything that is not a page, which may do nothing at all.
"""

import base64
import hashlib
import re
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse

from broadsheet.core.middleware import Answer
from broadsheet.web.desk import is_desk

Policy = Mapping[str, str]

READER_PAGES: Policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "broadsheet",
}

# Measured in Chromium over Wagtail 8's pages (docs/operating/headers.md says which needs what).
DESK: Policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
}

# Wagtail's date fields begin themselves by a script in the page, the only ones that do. It calls one
# function with a field's id and its format, and so does nothing else, whoever wrote it.
DATE_FIELD_SCRIPT = re.compile(
    rb'<script>(\s*initDate(?:Time)?Chooser\("[\w-]+", \{[^<>{}()]*\}\);?\s*)</script>'
)

NOT_A_PAGE: Policy = {
    "default-src": "'none'",
    "frame-ancestors": "'none'",
    "sandbox": "",
}

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class HeadersMiddleware:
    """Put the policy that fits on every answer that does not bring its own."""

    def __init__(self, get_response: Answer) -> None:
        """Stand before `get_response`."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        response = self.get_response(request)
        policy = _policy_for(request, response)
        response.headers.setdefault("Content-Security-Policy", written(policy))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


def written(policy: Policy) -> str:
    """Answer `policy` as the header's value."""
    return "; ".join(f"{directive} {sources}".rstrip() for directive, sources in policy.items())


def _policy_for(request: HttpRequest, response: HttpResponse) -> Policy:
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return NOT_A_PAGE
    return desk_policy(response) if is_desk(request) else READER_PAGES


def desk_policy(page: HttpResponse) -> Policy:
    """Answer the desk's policy, which names the scripts of this `page`'s date fields by their digest."""
    digests = [
        f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in DATE_FIELD_SCRIPT.findall(b"" if page.streaming else page.content)
    ]
    return {**DESK, "script-src": " ".join([DESK["script-src"], *digests])}
