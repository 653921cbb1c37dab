"""Who gave, and wants it known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.core.shared import declare
from broadsheet.funding import queries
from broadsheet.funding.shows import METERS, WALL


@require_safe
def supporters(request: HttpRequest) -> HttpResponse:
    """Show those who gave and agreed to be named."""
    declare(request, WALL, METERS)
    page = queries.supporter_wall(after=request.GET.get("after", ""))
    return render(request, "funding/supporters.html", {"page": page})
