"""Going out."""

from allauth.account.internal.flows.logout import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from broadsheet.accounts.guest_key import READER_MARK, guest_behind

from .entering import HOME


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ask for a click, then end the session; pages of other sites cannot send that click."""
    if request.method != "POST":
        return render(request, "accounts/sign_out.html")
    logout(request)
    response = redirect(HOME)
    if guest_behind(request) is None:
        response.delete_cookie(READER_MARK)
    return response
