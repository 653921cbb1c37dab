from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from broadsheet.core.addresses import pseudonym_of
from broadsheet.funding import commands


@require_POST
def asks_seen(request: HttpRequest) -> HttpResponse:
    """Count that asks were seen on one page. Says nothing: who sends a beacon does not read the answer."""
    at = timezone.now()
    address = request.META.get("REMOTE_ADDR") or ""
    commands.count_asks_seen(
        codes=request.POST.getlist("code")[:2],
        address=pseudonym_of(address, at=at, secret=settings.SECRET_KEY),
        at=at,
    )
    return HttpResponse(status=204)
