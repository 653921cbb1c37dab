"""The ways of paying, and what they told us that could not be acted upon, at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import EventState, InboundEvent

from .person import person_at


@require_safe
def ways(request: HttpRequest) -> HttpResponse:
    """Show how the ways of paying are, and what waits."""
    context = {"page": queries.ways_page(viewer=person_at(request), at=timezone.now())}
    return TemplateResponse(request, "funding/desk/ways.html", context)


@require_POST
def see_to_event(request: HttpRequest, event_id: int) -> HttpResponse:
    """Try a message again, or set it aside: which of them the button says."""
    actor = person_at(request)
    event = get_object_or_404(InboundEvent, pk=event_id)
    reason = request.POST.get("reason", "").strip()
    now = timezone.now()
    try:
        if "again" in request.POST:
            _say_what_came_of_it(
                request, commands.try_event_again(event=event, actor=actor, at=now)
            )
        elif reason:
            commands.set_event_aside(event=event, actor=actor, reason=reason, at=now)
            messages.success(request, _("Set aside."))
        else:
            messages.error(request, _("Say why nobody need act upon it."))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    return redirect("funding_desk_ways")


@require_POST
def resume_way(request: HttpRequest, code: str) -> HttpResponse:
    """End the pause of a way of paying."""
    try:
        commands.resume_way(code=code, actor=person_at(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Donors can give this way again."))
    return redirect("funding_desk_ways")


def _say_what_came_of_it(request: HttpRequest, event: InboundEvent) -> None:
    if event.state == EventState.DONE:
        messages.success(request, _("Done: the ledger holds what it is about."))
    else:
        messages.error(request, event.trouble)
