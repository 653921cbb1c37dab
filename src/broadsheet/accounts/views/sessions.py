"""Ending one's sessions; the page that lists them is at the same address."""

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from broadsheet.accounts import commands
from broadsheet.accounts.http import PersonRequest, signed_in
from broadsheet.accounts.models import Session

SESSIONS_PAGE = "/account/sessions/"


@require_POST
@signed_in
def end_session(request: PersonRequest) -> HttpResponse:
    """Sign out the browser named by the field `session`; this very one, if that is its own."""
    name = request.POST.get("session", "")
    if request.session.session_key and name == Session.digest_of(request.session.session_key):
        logout(request)
        return redirect("/")
    commands.end_session(person=request.user, name=name)
    return redirect(SESSIONS_PAGE)


@require_POST
@signed_in
def end_other_sessions(request: PersonRequest) -> HttpResponse:
    """Sign out every browser but this."""
    commands.end_other_sessions(person=request.user, current=request.session.session_key)
    return redirect(SESSIONS_PAGE)
