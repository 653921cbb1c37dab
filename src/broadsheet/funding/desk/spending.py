"""What the money was spent on, entered at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Spending

from .money_form import SpendingForm
from .person import person_at


@require_http_methods(["GET", "POST"])
def spending(request: HttpRequest) -> HttpResponse:
    """Show what was entered, and enter more."""
    recorder = person_at(request)
    page = queries.spending_page(viewer=recorder)
    initial = {"month": timezone.localdate().strftime("%Y-%m")}
    form = SpendingForm(request.POST) if request.method == "POST" else SpendingForm(initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            commands.record_spending(
                month=said["month"],
                category=said["category"],
                spent=form.money,
                note=said["note"],
                recorder=recorder,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Entered. It stands on the page of that month."))
            return redirect("funding_desk_spending")
    return TemplateResponse(request, "funding/desk/spending.html", {"page": page, "form": form})


@require_POST
def withdraw_spending(request: HttpRequest, spending_id: int) -> HttpResponse:
    """Take one entry back."""
    entry = get_object_or_404(Spending, pk=spending_id)
    try:
        commands.withdraw_spending(spending=entry, actor=person_at(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Taken back."))
    return redirect("funding_desk_spending")
