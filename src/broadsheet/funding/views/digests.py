"""The ledger's digests: whoever keeps one can tell later whether anything before it was changed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.core.shared import declare
from broadsheet.funding import queries, shows


@require_safe
def digests_page(request: HttpRequest) -> HttpResponse:
    """Show the newest."""
    declare(request, shows.DIGESTS)
    return render(request, "funding/digests_page.html", {"page": queries.digests_page()})


@require_safe
def digests_json(request: HttpRequest) -> JsonResponse:
    """Answer them all, the oldest first."""
    declare(request, shows.DIGESTS)
    lines = [
        {"day": line.day, "transfers": line.transfers, "sha256": line.digest}
        for line in queries.all_digests()
    ]
    return JsonResponse({"digests": lines})
