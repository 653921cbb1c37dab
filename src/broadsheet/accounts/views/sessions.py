"""Ending one's sessions; the page that lists them is at the same address."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from broadsheet.accounts import commands
from broadsheet.accounts.models import Session, User
from broadsheet.accounts.own_pages import own_page

SESSIONS_PAGE = "/account/sessions/"


@require_POST
@own_page(for_guests=False)
def end_session(request: HttpRequest, person: User) -> HttpResponse:
    """Sign out the browser named by the field `session`; this very one, if that is its own."""
    name = request.POST.get("session", "")
    if request.session.session_key and name == Session.digest_of(request.session.session_key):
        logout(request)
        return redirect("/")
    commands.end_session(person=person, name=name)
    return redirect(SESSIONS_PAGE)


@require_POST
@own_page(for_guests=False)
def end_other_sessions(request: HttpRequest, person: User) -> HttpResponse:
    """Sign out every browser but this."""
    commands.end_other_sessions(person=person, current=request.session.session_key)
    return redirect(SESSIONS_PAGE)
