"""Coming in from a site of the newsroom's own, which vouches for its member."""

import time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from broadsheet.accounts import commands, queries
from broadsheet.accounts.limits import SIGN_IN_ADDRESS, SIGN_IN_ALL
from broadsheet.accounts.models import NAME_LENGTH
from broadsheet.accounts.proof import VISIT
from broadsheet.core.http import is_own_path
from broadsheet.core.limits import take
from broadsheet.core.text import normalise_name

from .entering import EVERYBODY, enter, here

WAITING = "visit_waiting"
WAITING_SECONDS = 30 * 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, site: str) -> HttpResponse:
    """Say who would be signed in, and ask for a click; then sign in. Opening a link signs nobody in."""
    now = timezone.now()
    if request.method != "POST":
        token = request.GET.get("token", "")
        page = queries.visit_page(site, token, at=now)
        return render(
            request,
            "accounts/visit.html",
            {"page": page, "token": token, "next": _wanted(request.GET.get("next"))},
        )
    take((SIGN_IN_ADDRESS, here(request)), (SIGN_IN_ALL, EVERYBODY))
    to = _wanted(request.POST.get("next"))
    arrival = commands.redeem_visit(site_key=site, token=request.POST.get("token", ""), at=now)
    if arrival.person is not None:
        return enter(request, arrival.person, to=to, method=VISIT)
    request.session[WAITING] = {
        "site": site,
        "site_name": arrival.visit.site.name,
        "subject": arrival.visit.subject,
        "name": normalise_name(arrival.visit.name)[:NAME_LENGTH],
        "email": arrival.visit.email,
        "to": to,
        "until": int(time.time()) + WAITING_SECONDS,
    }
    return redirect("accounts:join_visit")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_visit(request: HttpRequest) -> HttpResponse:
    """Somebody here has a member's address: join that account, once signed in to it, or begin another."""
    waiting = _waiting(request)
    person = request.user if request.user.is_authenticated else None
    is_theirs = bool(person and person.email and person.email.lower() == waiting["email"])
    if request.method != "POST":
        page = {"waiting": waiting, "is_theirs": is_theirs, "person": person}
        return render(request, "accounts/join_visit.html", page)
    take((SIGN_IN_ADDRESS, here(request)), (SIGN_IN_ALL, EVERYBODY))
    member = {"site_key": waiting["site"], "subject": waiting["subject"], "at": timezone.now()}
    if person is not None and request.POST.get("choice") == "join":
        commands.join_visit(**member, email=waiting["email"], person=person)
        del request.session[WAITING]
        return redirect(waiting["to"] or "/")
    begun = commands.begin_visitor(**member, name=waiting["name"])
    del request.session[WAITING]
    return enter(request, begun, to=waiting["to"], method=VISIT)


def _waiting(request: HttpRequest) -> dict[str, Any]:
    waiting: dict[str, Any] | None = request.session.get(WAITING)
    if waiting is None or waiting["until"] < time.time():
        raise Http404
    return waiting


def _wanted(path: str | None) -> str:
    return path if path and is_own_path(path) else ""
