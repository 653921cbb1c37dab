"""Gifts that go back, at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Donation, RefundRequest, RefundState
from broadsheet.funding.policy import Permission, policy

from .gift_forms import RefundForm, SentForm
from .person import person_at


@require_safe
def refunds(request: HttpRequest) -> HttpResponse:
    """Show which refunds wait for somebody."""
    context = {"page": queries.refund_queue(viewer=person_at(request))}
    return TemplateResponse(request, "funding/desk/refunds.html", context)


@require_http_methods(["GET", "POST"])
def ask_refund(request: HttpRequest, gift_id: int) -> HttpResponse:
    """Ask that a gift, or a part of it, goes back."""
    asker = person_at(request)
    policy.require(Permission.REFUND, asker)
    donation = get_object_or_404(Donation, pk=gift_id)
    sent = request.POST if request.method == "POST" else None
    form = RefundForm(sent, currency=donation.currency)
    if sent is not None and form.is_valid():
        try:
            asked = commands.ask_refund(
                donation=donation,
                amount=form.money.minor,
                reason=form.cleaned_data["reason"],
                asker=asker,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _what_happens_next(asked))
            return redirect("funding_desk_gift", donation.pk)
    context = {"form": form, "page": queries.gift_page(gift_id, viewer=asker)}
    return TemplateResponse(request, "funding/desk/ask_refund.html", context)


def _what_happens_next(asked: RefundRequest) -> str:
    if asked.state == RefundState.WAITING:
        return _("Asked. A second person has to agree before anything is sent.")
    if commands.is_sent_by_provider(asked.donation):
        return _("On its way. It counts as soon as the provider says that it has been sent.")
    return _("Agreed. Send the money back, and say so under Refunds.")


@require_POST
def decide_refund(request: HttpRequest, refund_id: int) -> HttpResponse:
    """Agree to a refund, decline it, or say that it was sent by hand: which of them the button says."""
    actor = person_at(request)
    asked = get_object_or_404(RefundRequest, pk=refund_id)
    now = timezone.now()
    try:
        if "agree" in request.POST:
            commands.agree_to_refund(request=asked, actor=actor, at=now)
            messages.success(request, _("Agreed."))
        elif "decline" in request.POST:
            commands.decline_refund(request=asked, actor=actor, at=now)
            messages.success(request, _("Declined."))
        else:
            _note_sent(request, asked)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    return redirect("funding_desk_refunds")


def _note_sent(request: HttpRequest, asked: RefundRequest) -> None:
    form = SentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say on which day it was sent."))
        return
    commands.note_refund_sent(
        request=asked, day=form.cleaned_data["day"], actor=person_at(request), at=timezone.now()
    )
    messages.success(request, _("Written down: it has gone back."))
