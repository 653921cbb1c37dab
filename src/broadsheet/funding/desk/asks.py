"""What readers are asked around articles, and what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Ask, AskVariant, Campaign
from broadsheet.funding.policy import Permission, policy

from .ask_form import AskForm
from .person import person_at


@require_safe
def asks(request: HttpRequest) -> HttpResponse:
    """Show every ask there was, and which one readers see."""
    viewer = person_at(request)
    context = {
        "asks": queries.ask_list(viewer=viewer),
        "may_write": policy.allows(Permission.CONFIGURE, viewer),
        "has_campaign": Campaign.objects.filter(closed_at=None).exists(),
    }
    return TemplateResponse(request, "funding/desk/asks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def write_ask(request: HttpRequest) -> HttpResponse:
    """Write a new ask. It is not shown before somebody says so."""
    actor = person_at(request)
    policy.require(Permission.CONFIGURE, actor)
    form = AskForm(request.POST) if request.method == "POST" else AskForm()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ask = commands.write_ask(
            campaign=said["campaign"],
            name=said["name"],
            wordings=form.wordings,
            most_views=said["most_views"],
            in_days=said["in_days"],
            actor=actor,
            at=timezone.now(),
        )
        messages.success(request, _("Written. Readers see it once you show it."))
        return redirect("funding_desk_ask", ask.pk)
    return TemplateResponse(request, "funding/desk/write_ask.html", {"form": form})


@require_safe
def ask(request: HttpRequest, ask_id: int) -> HttpResponse:
    """Show what came of one ask, wording by wording."""
    viewer = person_at(request)
    context = {
        "results": queries.ask_results(get_object_or_404(Ask, pk=ask_id), viewer=viewer),
        "may_write": policy.allows(Permission.CONFIGURE, viewer),
    }
    return TemplateResponse(request, "funding/desk/ask.html", context)


@require_POST
def switch_ask(request: HttpRequest, ask_id: int) -> HttpResponse:
    """Show an ask to readers, or no longer."""
    commands.switch_ask(
        ask=get_object_or_404(Ask, pk=ask_id),
        is_on="on" in request.POST,
        actor=person_at(request),
        at=timezone.now(),
    )
    return redirect("funding_desk_ask", ask_id)


@require_POST
def switch_wording(request: HttpRequest, variant_id: int) -> HttpResponse:
    """Show one wording in its turn, or no longer."""
    variant = get_object_or_404(AskVariant, pk=variant_id)
    try:
        commands.switch_wording(
            variant=variant,
            is_on="on" in request.POST,
            actor=person_at(request),
            at=timezone.now(),
        )
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    return redirect("funding_desk_ask", variant.ask_id)
