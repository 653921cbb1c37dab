"""The ledger at the desk: corrected, taken along, and what was done with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Transfer
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.spreadsheets import BYTE_ORDER_MARK, csv_text

from .gift_forms import ExportForm, ReasonForm
from .person import number_asked_for, person_at


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, transfer_id: int) -> HttpResponse:
    """Make good a transfer that was a mistake."""
    actor = person_at(request)
    policy.require(Permission.CORRECT_LEDGER, actor)
    chosen = Transfer.objects.select_related("debit", "credit", "donation__campaign")
    transfer = get_object_or_404(chosen, pk=transfer_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.correct_ledger(
                transfer=transfer,
                actor=actor,
                reason=form.cleaned_data["reason"],
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Made good by a transfer the other way. Both stay."))
            return _back(transfer)
    page = queries.correction_page(transfer, viewer=actor)
    return TemplateResponse(request, "funding/desk/correct.html", {"form": form, "page": page})


def _back(transfer: Transfer) -> HttpResponse:
    if transfer.donation_id is None:
        return redirect("funding_desk_acts")
    return redirect("funding_desk_gift", transfer.donation_id)


@require_safe
def acts(request: HttpRequest) -> HttpResponse:
    """Show what was done at the desk, the latest first."""
    page = queries.act_list(viewer=person_at(request), before=number_asked_for(request, "before"))
    return TemplateResponse(request, "funding/desk/acts.html", {"page": page})


@require_http_methods(["GET", "POST"])
def exports(request: HttpRequest) -> HttpResponse:
    """Offer what can be taken along, and hand it out; that it was, is kept."""
    actor = person_at(request)
    policy.require(Permission.EXPORT, actor)
    form = ExportForm(request.POST) if request.method == "POST" else ExportForm.of_this_year()
    if request.method == "POST" and form.is_valid():
        return _file(form, actor)
    return TemplateResponse(request, "funding/desk/exports.html", {"form": form})


def _file(form: ExportForm, actor: User) -> HttpResponse:
    what, first, last = (form.cleaned_data[name] for name in ("what", "first", "last"))
    if what == "donors":
        table = queries.exported_donors(viewer=actor)
    elif what == "ledger":
        table = queries.exported_ledger(first, last, viewer=actor)
    else:
        table = queries.exported_gifts(first, last, viewer=actor)
    commands.note_export(what=what, first=first, last=last, actor=actor, at=timezone.now())
    name = f"{what}.csv" if what == "donors" else f"{what}-{first}-{last}.csv"
    return HttpResponse(
        BYTE_ORDER_MARK + csv_text(table.heading, table.rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
