"""What pages that know of funding may show of it, in their own templates.

`{% meter %}` shows the meter of the campaign that is shown, wherever it stands; `{% ask "above" "article:12" %}`
asks the readers of an article for support.
"""

from typing import Any

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_bidi

from broadsheet.core.shared import can_include, declare, leave_out
from broadsheet.funding import queries, shows
from broadsheet.funding.asks import ONE_IN, Place

register = template.Library()


@register.inclusion_tag("funding/meter_part.html", takes_context=True)
def meter(context: RequestContext) -> dict[str, Any]:
    """Show the meter; nothing without a campaign that is shown.

    Who puts the page together from parts gets its address: so a gift costs one meter, and not every page.
    """
    request = context["request"]
    if can_include(request):
        return {"part_url": leave_out(request, reverse("funding:meter_part"), with_query=False)}
    shown = queries.meter_shown(is_right_to_left=get_language_bidi(), at=timezone.now())
    until = shown.meter.valid_until if shown else None
    declare(request, shows.METERS, shows.CAMPAIGNS, until=until)
    return {"shown": shown}


@register.inclusion_tag("funding/ask.html", takes_context=True)
def ask(context: RequestContext, place: str, page: str) -> dict[str, Any]:
    """Ask the readers of `page` (`article:12`) for support, "above" or "below" its words; or ask nothing.

    The wording that has its turn there is the same for everybody. One query.
    """
    request = context["request"]
    shown = queries.ask_shown(place=Place(place), page=page, at=timezone.now())
    declare(request, shows.CAMPAIGNS, until=shown.until if shown else None)
    return {"ask": shown, "path": request.path, "one_in": ONE_IN}
