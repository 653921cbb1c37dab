"""What donors see who give by bank transfer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from broadsheet.funding import commands, queries
from broadsheet.funding.models import Donation


@never_cache
@require_safe
def transfer_page(request: HttpRequest, key: str) -> HttpResponse:
    """Say how to send the gift."""
    page = queries.transfer_page(key, at=timezone.now())
    return render(request, "funding/transfer_page.html", {"page": page})


@require_POST
def withdraw_promise(request: HttpRequest, key: str) -> HttpResponse:
    """Wait for the gift no longer."""
    donation = get_object_or_404(Donation, key=key)
    commands.withdraw_promise(donation=donation)
    return redirect("funding:transfer_page", key=key)
