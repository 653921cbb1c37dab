"""A campaign's meter, for this newspaper's pages and for other people's. The same for everybody."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from broadsheet.core.errors import NotFound
from broadsheet.core.shared import declare
from broadsheet.funding import queries, shows

# Whatever site wants to may show it: it is public, and nothing can be pressed in it but a link.
EMBEDDABLE = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *"
)
FOR_ANYBODY = "Access-Control-Allow-Origin"


@require_safe
def meter_part(request: HttpRequest) -> HttpResponse:
    """The meter that pages leave out; nothing where no campaign is shown."""
    return render(request, "funding/meter_part.html", {"shown": _shown(request)})


@require_safe
def meter_page(request: HttpRequest) -> HttpResponse:
    """The meter alone, to be framed by other sites."""
    context = {"shown": _wanted(request)}
    response = render(request, "funding/meter_page.html", context)
    response.headers["Content-Security-Policy"] = EMBEDDABLE
    return response


@require_safe
def meter_json(request: HttpRequest) -> JsonResponse:
    """The meter in figures, for scripts of whatever site. Amounts are whole minor units."""
    found = _wanted(request, with_supporters=True).meter
    response = JsonResponse(
        {
            "campaign": found.slug,
            "title": found.title,
            "period": found.period,
            "currency": found.currency,
            "raised": found.raised,
            "goal": found.goal,
            "percent": found.percent,
            "filled": found.filled,
            "supporters": found.supporters,
            "marks": [{"at": mark.at, "label": mark.label} for mark in found.marks],
            "text": found.text,
            "is_over": found.is_over,
            "valid_until": found.valid_until,
            "give_url": _give_address(request, found.slug),
        },
        json_dumps_params={"ensure_ascii": False},
    )
    response.headers[FOR_ANYBODY] = "*"
    return response


@require_safe
def meter_svg(request: HttpRequest) -> HttpResponse:
    """The meter as a picture, for letters and pages that take nothing else."""
    context = {"shown": _wanted(request)}
    response = render(request, "funding/meter.svg", context, content_type="image/svg+xml")
    response.headers[FOR_ANYBODY] = "*"
    return response


@require_safe
def meter_script(request: HttpRequest) -> HttpResponse:
    """The element for other sites, at an address that stays. The file's own changes with every version."""
    declare(request, shows.CAMPAIGNS)
    return redirect(static("funding/embed/meter.js"))


def _wanted(request: HttpRequest, *, with_supporters: bool = False) -> queries.MeterShown:
    slug = request.GET.get("campaign", "")
    shown = _shown(request, slug=slug, with_supporters=with_supporters)
    if shown is None:
        raise NotFound
    return shown


def _shown(
    request: HttpRequest, *, slug: str = "", with_supporters: bool = False
) -> queries.MeterShown | None:
    shown = queries.meter_shown(
        slug=slug,
        is_right_to_left=get_language_bidi(),
        with_supporters=with_supporters,
        at=timezone.now(),
    )
    until = shown.meter.valid_until if shown else None
    declare(request, shows.METERS, shows.CAMPAIGNS, until=until)
    return shown


def _give_address(request: HttpRequest, slug: str) -> str:
    return request.build_absolute_uri(f"{reverse('funding:give')}?campaign={slug}&ask=embed")
