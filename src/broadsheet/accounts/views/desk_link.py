from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from broadsheet.accounts import commands
from broadsheet.accounts.guest_key import mark_as_reader


@never_cache
@require_http_methods(["GET", "POST"])
def desk_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Ask for a click, then sign in: a program that opens every link in a mail spends nothing."""
    if request.method != "POST":
        return render(request, "accounts/desk_link.html")
    user = commands.use_desk_link(secret=secret, at=timezone.now())
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    response = redirect("wagtailadmin_home")
    mark_as_reader(response)
    return response
