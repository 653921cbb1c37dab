"""The money in figures: today, a month, where from."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from broadsheet.core.errors import NotFound
from broadsheet.funding import queries

from .person import person_at


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what came today, and what waits for somebody."""
    page = queries.today_page(viewer=person_at(request), at=timezone.now())
    return TemplateResponse(request, "funding/desk/today.html", {"page": page})


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """Show a month: the one that it is, or that of ?month=2026-03."""
    page = queries.money_month(
        month_asked_for(request), viewer=person_at(request), at=timezone.now()
    )
    return TemplateResponse(request, "funding/desk/month.html", {"page": page})


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Show where the gifts of a month came from."""
    page = queries.sources_page(
        month_asked_for(request), viewer=person_at(request), at=timezone.now()
    )
    return TemplateResponse(request, "funding/desk/sources.html", {"page": page})


def month_asked_for(request: HttpRequest) -> date:
    """Answer the first day of the month in ?month=, or of this one. Raises `NotFound`."""
    written = request.GET.get("month", "")
    this_month = timezone.localdate().replace(day=1)
    if not written:
        return this_month
    try:
        asked = date.fromisoformat(f"{written}-01")
    except ValueError:
        raise NotFound from None
    if not EARLIEST <= asked <= this_month:
        raise NotFound
    return asked


EARLIEST = date(1970, 1, 1)
