from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from broadsheet.accounts.http import reader_of
from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, queries
from broadsheet.discussion.forms import RightsForm


@require_http_methods(["GET", "POST"])
def rights(request: HttpRequest) -> HttpResponse:
    """Show at the desk what people may do by the strength of their identity, and change it."""
    administrator = reader_of(request)
    if administrator is None:
        raise NotAllowed
    if request.method == "POST":
        form = RightsForm(request.POST)
        if form.is_valid():
            commands.change_rights(granted=form.granted(), administrator=administrator)
            messages.success(request, _("Saved. It counts from now on."))
            return redirect("broadsheet_rights")
    page = queries.rights_page(viewer=administrator)
    return TemplateResponse(request, "discussion/desk/rights.html", {"page": page})
