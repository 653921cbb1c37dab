"""The staff's desk, where Wagtail's admin stands."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

DESK_PATH = "/desk/"


def is_desk(request: HttpRequest) -> bool:
    """Whether `request` is for the staff's desk."""
    return request.path_info.startswith(DESK_PATH)


class DeskTokenMiddleware(CsrfViewMiddleware):
    """Django's own tokens against forged writes, at the desk only.

    Wagtail's forms carry them. Readers' pages need none, because `OwnOriginMiddleware` stands before
    everything, and may not have any, because they are the same for everybody.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Read the token from its cookie."""
        if is_desk(request):
            super().process_request(request)

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        """Refuse a write without it."""
        if not is_desk(request):
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Hand out a token where a form asked for one."""
        return super().process_response(request, response) if is_desk(request) else response
