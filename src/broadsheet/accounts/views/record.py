"""All that is kept of a reader: to take along, and to have taken away."""

from typing import Any, cast

from django.contrib.auth import logout
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from broadsheet.accounts import commands, queries
from broadsheet.accounts.forms import ErasureForm
from broadsheet.accounts.guest_key import READER_MARK, cookie_name
from broadsheet.accounts.http import recently_proved
from broadsheet.accounts.limits import ARCHIVE
from broadsheet.accounts.models import User
from broadsheet.accounts.own_pages import own_page
from broadsheet.core.limits import take

FORGET_ON_THE_DEVICE = '"cache", "cookies", "storage"'
"""What the browser is asked to forget, drafts among it (Clear-Site-Data, W3C)."""


@require_safe
@own_page()
def own_record(request: HttpRequest, reader: User) -> HttpResponse:
    """Say what can be taken along and taken away, and how far an archive is."""
    page = queries.own_record(reader, at=timezone.now())
    return render(request, "accounts/own_record.html", {"page": page, "reader": reader})


@require_POST
@own_page()
def export(request: HttpRequest, reader: User) -> HttpResponse:
    """Have an archive made."""
    take((ARCHIVE, f"person:{reader.pk}"))
    commands.export_person(person=reader, at=timezone.now())
    return redirect("accounts:own_record")


@require_http_methods(["GET", "HEAD", "POST"])
@own_page()
@recently_proved
def fetch_export(request: HttpRequest, reader: User) -> HttpResponse:
    """Hand the archive over, once. Who comes here from proving who they are is asked for the click again."""
    if request.method != "POST":
        return redirect("accounts:own_record")
    now = timezone.now()
    archive = commands.fetch_export(person=reader, at=now)
    answer = FileResponse(
        archive,
        as_attachment=True,
        filename=f"broadsheet-{timezone.localdate(now).isoformat()}.zip",
        content_type="application/zip",
    )
    return cast("HttpResponse", answer)


@require_http_methods(["GET", "HEAD", "POST"])
@own_page()
@recently_proved
def erase(request: HttpRequest, reader: User) -> HttpResponse:
    """Say exactly what would happen, and ask; ask once more; and do it."""
    form = ErasureForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"reader": reader, "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/erase.html", context, status=422 if form.is_bound else 200)
    context["keep_words"] = form.cleaned_data["words"] == "keep"
    if not form.cleaned_data["is_sure"]:
        return render(request, "accounts/erase_really.html", context)
    commands.begin_erasure(person=reader, keep_words=context["keep_words"], at=timezone.now())
    logout(request)
    response = render(request, "accounts/farewell.html", {"email": reader.email})
    for cookie in (cookie_name(), READER_MARK):
        response.delete_cookie(cookie)
    response.headers["Clear-Site-Data"] = FORGET_ON_THE_DEVICE
    return response
