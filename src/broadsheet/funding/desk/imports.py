"""Who gave elsewhere: exports uploaded, looked at, and taken over or thrown away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.importing import DayOrder, DecimalMark
from broadsheet.funding.models import ImportFile

from .import_form import ReadingForm, UploadForm
from .person import person_at


@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Show the files there were, and take another to look at."""
    actor = person_at(request)
    page = queries.import_list(viewer=actor)
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    if is_sent and form.is_valid():
        said = form.cleaned_data
        try:
            file = commands.upload_import(
                source_code=said["source"],
                name=said["file"].name,
                content=said["file"].read(),
                campaign=said["campaign"],
                actor=actor,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error("file", refusal.sentence)
        else:
            return redirect("funding_desk_import", file.pk)
    return TemplateResponse(request, "funding/desk/imports.html", {"page": page, "form": form})


@require_http_methods(["GET", "POST"])
def one_import(request: HttpRequest, file_id: int) -> HttpResponse:
    """Show how a file is read and what it would bring; read it otherwise."""
    actor = person_at(request)
    page = queries.import_page(file_id, viewer=actor)
    form = ReadingForm(page, request.POST) if request.method == "POST" else ReadingForm(page)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            commands.describe_import(
                file=page.file,
                columns=form.columns,
                day_order=DayOrder(said["day_order"]) if said["day_order"] else None,
                decimal_mark=DecimalMark(said["decimal_mark"]),
                currency=said["currency"],
                campaign=said["campaign"],
                actor=actor,
            )
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        return redirect(f"{reverse('funding_desk_import', args=[file_id])}#outlook")
    return TemplateResponse(request, "funding/desk/import.html", {"page": page, "form": form})


@require_POST
def begin_import(request: HttpRequest, file_id: int) -> HttpResponse:
    """Have a file taken over."""
    file = get_object_or_404(ImportFile.objects.defer("content"), pk=file_id)
    try:
        commands.begin_import(file=file, actor=person_at(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("funding_desk_import", file_id)
    messages.success(request, _("It is being taken over. What came of it will stand here."))
    return redirect("funding_desk_imports")


@require_POST
def discard_import(request: HttpRequest, file_id: int) -> HttpResponse:
    """Throw a file away."""
    file = get_object_or_404(ImportFile.objects.defer("content"), pk=file_id)
    try:
        commands.discard_import(file=file, actor=person_at(request))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Thrown away. Nothing of it was taken over."))
    return redirect("funding_desk_imports")


@require_GET
def invitations(request: HttpRequest) -> HttpResponse:
    """Show who gave regularly elsewhere."""
    page = queries.invitation_list(viewer=person_at(request))
    give = request.build_absolute_uri(reverse("funding:give"))
    return TemplateResponse(
        request, "funding/desk/invitations.html", {"page": page, "give_address": give}
    )
