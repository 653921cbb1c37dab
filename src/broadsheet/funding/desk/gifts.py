"""Gifts at the desk: looked for, looked at, and written down where they came by hand."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.documents import typeset
from broadsheet.funding.models import ByHand, Donation, DonationState
from broadsheet.funding.policy import Permission, policy

from .gift_forms import ReceiptForm, RecordForm
from .person import number_asked_for, person_at


@require_safe
def gifts(request: HttpRequest) -> HttpResponse:
    """Show the newest gifts, or those that ?words= and ?state= find."""
    words, state = request.GET.get("words", "")[:100], request.GET.get("state", "")
    page = queries.gift_list(
        viewer=person_at(request),
        words=words,
        state=state,
        before=number_asked_for(request, "before"),
    )
    context = {"page": page, "words": words, "state": state, "states": DonationState.choices}
    return TemplateResponse(request, "funding/desk/gifts.html", context)


@require_safe
def gift(request: HttpRequest, gift_id: int) -> HttpResponse:
    """Show one gift, and all that happened to it."""
    page = queries.gift_page(gift_id, viewer=person_at(request))
    return TemplateResponse(request, "funding/desk/gift.html", {"page": page})


@require_safe
def receipt(request: HttpRequest, receipt_id: int) -> HttpResponse:
    """Hand over one receipt as PDF. The link that opens it in a letter is the donor's, and stays theirs."""
    number, paper = queries.receipt_at_desk(receipt_id, viewer=person_at(request))
    return HttpResponse(
        typeset(paper),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{number}.pdf"'},
    )


@require_POST
def send_receipt_again(request: HttpRequest, gift_id: int) -> HttpResponse:
    """Send the latest receipt of a gift to its donor once more."""
    donation = get_object_or_404(Donation, pk=gift_id)
    try:
        sent = commands.send_receipt_again(
            donation=donation, actor=person_at(request), at=timezone.now()
        )
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        said = {"number": sent.written_number}
        messages.success(request, _("%(number)s is on its way once more.") % said)
    return redirect("funding_desk_gift", gift_id)


@require_http_methods(["GET", "POST"])
def record_gift(request: HttpRequest) -> HttpResponse:
    """Write down a gift that came by hand."""
    recorder = person_at(request)
    policy.require(Permission.RECORD_OFFLINE, recorder)
    if request.method != "POST":
        form = RecordForm(initial={"submission_key": f"desk-{uuid4()}"})
        return _form(request, form)
    form = RecordForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            donation = commands.record_gift(
                campaign=said["campaign"],
                given=form.money,
                way=ByHand(said["way"]),
                day=said["day"],
                name=said["name"],
                email=said["email"],
                note=said["note"],
                submission_key=said["submission_key"],
                recorder=recorder,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Written down. It counts from now on."))
            return redirect("funding_desk_gift", donation.pk)
    return _form(request, form)


def _form(request: HttpRequest, form: RecordForm) -> HttpResponse:
    return TemplateResponse(request, "funding/desk/record_gift.html", {"form": form})


@require_http_methods(["GET", "POST"])
def receive_promised(request: HttpRequest, gift_id: int) -> HttpResponse:
    """Write down that a promised gift came."""
    recorder = person_at(request)
    policy.require(Permission.RECORD_OFFLINE, recorder)
    donation = get_object_or_404(Donation, pk=gift_id)
    form = ReceiptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.receive_promised(
                donation=donation,
                day=form.cleaned_data["day"],
                note=form.cleaned_data["note"],
                recorder=recorder,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Written down. It counts from now on."))
            return redirect("funding_desk_gift", donation.pk)
    context = {"form": form, "page": queries.gift_page(gift_id, viewer=recorder)}
    return TemplateResponse(request, "funding/desk/receive_promised.html", context)
