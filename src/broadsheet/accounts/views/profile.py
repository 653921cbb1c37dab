"""What others see of a reader: the picture, and the public page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from broadsheet.accounts import commands
from broadsheet.accounts.faces import avatar_url, hue, initials, profile_path_of
from broadsheet.accounts.forms import PictureForm, ProfileForm
from broadsheet.accounts.limits import PICTURE
from broadsheet.accounts.models import MOST_PROFILE_LINKS, User
from broadsheet.accounts.own_pages import own_page
from broadsheet.core.errors import Refused
from broadsheet.core.limits import take


@require_http_methods(["GET", "HEAD", "POST"])
@own_page(for_guests=False)
def profile(request: HttpRequest, reader: User) -> HttpResponse:
    """Show what others see, and take other links and wishes."""
    if request.method != "POST":
        return _profile_page(request, reader)
    form = ProfileForm(request.POST)
    form.is_valid()
    links = form.links()
    try:
        commands.change_profile(
            person=reader,
            links=links,
            is_public=form.cleaned_data["is_public"],
            is_listed=form.cleaned_data["is_listed"],
        )
    except Refused as refusal:
        return _profile_page(request, reader, links=links, link_error=refusal.sentence, status=422)
    return redirect("accounts:profile")


@require_POST
@own_page(for_guests=False)
def choose_avatar(request: HttpRequest, reader: User) -> HttpResponse:
    """Draw the picture that was sent anew, and show it."""
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return _profile_page(
            request, reader, picture_error=str(form.errors["picture"][0]), status=422
        )
    try:
        take((PICTURE, f"person:{reader.pk}"))
        commands.choose_avatar(person=reader, file=form.cleaned_data["picture"])
    except Refused as refusal:
        return _profile_page(request, reader, picture_error=refusal.sentence, status=refusal.status)
    return redirect("accounts:profile")


@require_POST
@own_page(for_guests=False)
def remove_avatar(request: HttpRequest, reader: User) -> HttpResponse:
    """Take the picture away."""
    commands.remove_avatar(person=reader)
    return redirect("accounts:profile")


def _profile_page(
    request: HttpRequest,
    reader: User,
    *,
    links: list[str] | None = None,
    link_error: str = "",
    picture_error: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = reader.profile_links if links is None else links
    page = {
        "reader": reader,
        "face": {
            "avatar_url": avatar_url(reader.avatar),
            "initials": initials(reader.name),
            "hue": hue(reader.pk),
        },
        "profile_url": profile_path_of(reader),
        "links": [*shown, *[""] * MOST_PROFILE_LINKS][:MOST_PROFILE_LINKS],
        "link_error": link_error,
        "picture_error": picture_error,
    }
    return render(request, "accounts/profile.html", page, status=status)
