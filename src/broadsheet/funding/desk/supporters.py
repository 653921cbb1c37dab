"""What donors say in public, and what receipts say."""

from django import forms
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from broadsheet.funding import commands, queries
from broadsheet.funding.models import Donation, ReceiptWording
from broadsheet.funding.policy import Permission, policy

from .person import person_at


class ReceiptWordingForm(forms.Form):
    """What the newsroom has its receipts say."""

    issuer = forms.CharField(
        label=_("Issued by"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Name, address and registration of the newsroom, each on its own line."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the law wants a receipt to say, such as that it cannot be deducted."),
    )
    sends_yearly = forms.BooleanField(
        label=_("Send yearly statements"),
        required=False,
        help_text=_("In January every donor gets a letter about the year before."),
    )


@require_safe
def wall(request: HttpRequest) -> HttpResponse:
    """Show what donors want everybody to read, and what everybody reads."""
    viewer = person_at(request)
    context = {
        "waiting": queries.words_to_approve(viewer=viewer),
        "shown": queries.words_shown(viewer=viewer),
    }
    return TemplateResponse(request, "funding/desk/wall.html", context)


@require_POST
def decide_words(request: HttpRequest, gift_id: int) -> HttpResponse:
    """Let everybody read them, or nobody."""
    decide = commands.approve_words if request.POST.get("may") else commands.decline_words
    gift = get_object_or_404(Donation, pk=gift_id)
    try:
        decide(donation=gift, actor=person_at(request), at=timezone.now())
    except commands.WordsGone as refusal:
        messages.error(request, refusal.sentence)
    return redirect("funding_desk_wall")


@require_http_methods(["GET", "HEAD", "POST"])
def receipts(request: HttpRequest) -> HttpResponse:
    """Say what receipts say from now on."""
    actor = person_at(request)
    policy.require(Permission.CONFIGURE, actor)
    wording = ReceiptWording.objects.first() or ReceiptWording()
    form = ReceiptWordingForm(
        request.POST if request.method == "POST" else None, initial=model_to_dict(wording)
    )
    if form.is_bound and form.is_valid():
        commands.word_receipts(**form.cleaned_data, actor=actor, at=timezone.now())
        messages.success(request, gettext("Saved. Receipts say so from now on."))
        return redirect("funding_desk_receipts")
    return TemplateResponse(request, "funding/desk/receipts.html", {"form": form})
