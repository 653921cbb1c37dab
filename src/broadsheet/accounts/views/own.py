"""Pages about oneself that need no other app: who one is here, and where one is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.accounts import queries
from broadsheet.accounts.models import User
from broadsheet.accounts.own_pages import own_page


@require_safe
@own_page()
def overview(request: HttpRequest, reader: User) -> HttpResponse:
    """Who the reader is here, and the ways to all that is theirs."""
    return render(request, "accounts/overview.html", {"reader": reader})


@require_safe
@own_page(for_guests=False)
def sessions(request: HttpRequest, reader: User) -> HttpResponse:
    """Where the reader is signed in, with a way out of each."""
    page = queries.sessions_page(
        reader,
        current=request.session.session_key,
        address=request.META.get("REMOTE_ADDR", ""),
    )
    return render(request, "accounts/sessions.html", {"page": page, "reader": reader})
