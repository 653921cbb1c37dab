"""A person as moderators see them, at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from broadsheet.accounts import commands, queries
from broadsheet.accounts.forms import NameForm
from broadsheet.accounts.http import reader_of
from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed, Refused


@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a person, give them another name, or take their picture away."""
    moderator = reader_of(request)
    if moderator is None:
        raise NotAllowed
    page = queries.person_page(person_id, viewer=moderator)
    if request.method == "POST":
        shown = get_object_or_404(User, pk=person_id)
        try:
            _act(request, shown, moderator)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        return redirect("broadsheet_person", person_id)
    return TemplateResponse(request, "accounts/desk/person.html", {"page": page})


def _act(request: HttpRequest, shown: User, moderator: User) -> None:
    if "remove-picture" in request.POST:
        commands.remove_avatar(person=shown)
        messages.success(request, _("The picture is gone."))
        return
    form = NameForm(request.POST)
    name = form.cleaned_data["name"] if form.is_valid() else ""
    commands.rename_person(person=shown, name=name, renamed_by=moderator, at=timezone.now())
    messages.success(request, _("The new name stands beside everything they have said."))
