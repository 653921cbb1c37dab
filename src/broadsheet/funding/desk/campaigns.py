"""Campaigns, and what other currencies are worth in theirs."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Campaign
from broadsheet.funding.policy import Permission, policy

from .campaign_form import CampaignForm, ChangedCampaignForm, NewCampaignForm, RateForm
from .person import person_at


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Show all campaigns with their meters, and the rates."""
    return _campaigns(request, None)


@require_POST
def set_rate(request: HttpRequest) -> HttpResponse:
    """Say what a currency is worth."""
    form = RateForm(request.POST)
    actor = person_at(request)
    if form.is_valid():
        try:
            commands.set_exchange_rate(**form.cleaned_data, actor=actor, at=timezone.now())
        except commands.RateUnclear as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Set. Gifts in this currency can be taken."))
            return redirect("funding_desk_campaigns")
    return _campaigns(request, form)


def _campaigns(request: HttpRequest, form: RateForm | None) -> HttpResponse:
    page = queries.campaigns_page(viewer=person_at(request), at=timezone.now())
    currencies = [line.meter.currency for line in page.lines]
    form = form or RateForm(initial={"into": next(iter(currencies), "")})
    return TemplateResponse(request, "funding/desk/campaigns.html", {"page": page, "form": form})


@require_http_methods(["GET", "POST"])
def open_campaign(request: HttpRequest) -> HttpResponse:
    """Open a campaign."""
    _require(request)
    form = NewCampaignForm(request.POST or None)
    return _write(request, form, None)


@require_http_methods(["GET", "POST"])
def campaign(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Show what is said of a campaign, and change it."""
    _require(request)
    found = get_object_or_404(Campaign, pk=campaign_id)
    is_typed = request.method == "POST"
    form = ChangedCampaignForm(request.POST) if is_typed else ChangedCampaignForm.of(found)
    return _write(request, form, found)


def _write(request: HttpRequest, form: CampaignForm, found: Campaign | None) -> HttpResponse:
    shown = None
    if request.method == "POST" and form.is_valid():
        is_preview = "preview" in request.POST
        try:
            with transaction.atomic():
                slug = _keep(request, form, found)
                # A preview is what it would be: so it is done, looked at, and undone.
                shown = queries.meter_shown(
                    slug=slug, is_right_to_left=get_language_bidi(), at=timezone.now()
                )
                transaction.set_rollback(is_preview)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            if not is_preview:
                messages.success(request, _("Saved. Readers see it now."))
                return redirect("funding_desk_campaigns")
    context = {"form": form, "campaign": found, "shown": shown}
    return TemplateResponse(request, "funding/desk/campaign.html", context)


def _keep(request: HttpRequest, form: CampaignForm, found: Campaign | None) -> str:
    actor, now = person_at(request), timezone.now()
    if found is None:
        slug = str(form.cleaned_data["slug"])
        commands.open_campaign(slug=slug, terms=form.terms, actor=actor, at=now)
        return slug
    commands.change_campaign(
        campaign=found,
        terms=form.terms,
        also_this_period=form.cleaned_data["also_this_period"],
        actor=actor,
        at=now,
    )
    return found.slug


@require_POST
def close_campaign(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Ask for a campaign no longer, or again."""
    found = get_object_or_404(Campaign, pk=campaign_id)
    actor, now = person_at(request), timezone.now()
    if found.closed_at is None:
        commands.close_campaign(campaign=found, actor=actor, at=now)
        messages.success(request, _("Closed. What was given stays counted."))
    else:
        commands.reopen_campaign(campaign=found, actor=actor, at=now)
        messages.success(request, _("Open again."))
    return redirect("funding_desk_campaigns")


def _require(request: HttpRequest) -> None:
    policy.require(Permission.CONFIGURE, person_at(request))
