"""The staff's desk, where Wagtail's admin stands."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.proof import (
    has_proved_recently,
    has_second_factor,
    has_used_second_factor,
    is_session_for_the_desk,
)
from broadsheet.accounts.staff import may_enter_the_desk
from broadsheet.core.errors import DatabaseAway, NotAllowed, Refused
from broadsheet.core.http import is_own_path, wants_json
from broadsheet.core.middleware import SAFE_METHODS, Answer, answer_refusal

DESK_PATH = "/desk/"


def is_desk(request: HttpRequest) -> bool:
    """Whether `request` is for the staff's desk."""
    return request.path_info.startswith(DESK_PATH)


class DeskIsForStaff(NotAllowed):
    """Somebody who is signed in, but does not work here, went to the desk."""

    code = "desk-is-for-staff"
    message = _("The desk is for those who work at the newspaper.")


class DeskIsClosed(Refused):
    """A script of the desk asked for something after its session had ended."""

    code = "desk-is-closed"
    status = 403
    message = _("You are not signed in to the desk any more. Please load the page again.")


class DeskGateMiddleware:
    """Let nobody to any address of the desk who may not enter, or has not used a second factor in this session.

    Leads strangers to the sign-in page, staff without a second factor to where they set one up, and others to
    where they are asked for it; from there back. Wagtail's own pages for signing in are never reached.
    """

    def __init__(self, get_response: Answer) -> None:
        """Stand before `get_response`."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say what is missing."""
        if not is_desk(request):
            return self.get_response(request)
        try:
            way = _way_to_the_desk(request)
        except (OperationalError, InterfaceError):
            return answer_refusal(request, DatabaseAway())
        if way is None:
            return self.get_response(request)
        if isinstance(way, Refused):
            return answer_refusal(request, way)
        if wants_json(request) or request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return answer_refusal(request, DeskIsClosed())
        return redirect_to_login(_destination(request), way)


def _way_to_the_desk(request: HttpRequest) -> str | Refused | None:
    """Where who asks has to go first, or why that is in vain; None if the desk is open to them."""
    person = request.user
    if not person.is_authenticated:
        return reverse("account_login")
    if not may_enter_the_desk(person):
        return DeskIsForStaff()
    if not has_second_factor(person):
        return reverse("accounts:security")
    if not has_used_second_factor(request, person) or not is_session_for_the_desk(request):
        return reverse("accounts:proof")
    if request.path_info.startswith(_ASKED_AGAIN) and not has_proved_recently(request, person):
        return reverse("accounts:proof")
    return None


def _destination(request: HttpRequest) -> str:
    """Where they wanted to be at the desk; its entrance, if that was a form or Wagtail's own sign-in."""
    if request.path_info.startswith(_WAGTAILS_OWN_DOORS):
        said = request.GET.get("next", "")
        return said if is_own_path(said) and said.startswith(DESK_PATH) else DESK_PATH
    if request.method in SAFE_METHODS or request.path_info.startswith(_ASKED_AGAIN):
        return request.get_full_path()
    return DESK_PATH


# Who may do what, who may say who somebody is; what was given elsewhere, what goes back, and what is taken along.
_ASKED_AGAIN = tuple(
    f"{DESK_PATH}{what}/"
    for what in (
        "users",
        "groups",
        "rights",
        "sign-in-providers",
        "signed-visits",
        "money/bank-accounts",
        "money/corrections",
        "money/exports",
        "money/imports",
        "money/refunds",
    )
)
_WAGTAILS_OWN_DOORS = (f"{DESK_PATH}login/", f"{DESK_PATH}logout/", f"{DESK_PATH}password_reset/")


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
