"""Receipts, opened by the links in letters."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from broadsheet.funding import queries
from broadsheet.funding.documents import typeset


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """Show the receipt, fit to be printed."""
    page = queries.receipt_page(token)
    return render(request, "funding/receipt.html", {"page": page})


@never_cache
@require_safe
def receipt_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """Hand it over as PDF."""
    page = queries.receipt_page(token)
    answer = HttpResponse(typeset(page.paper), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{page.number}.pdf"'
    return answer
