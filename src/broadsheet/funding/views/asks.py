from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from broadsheet.core.http import origin_of
from broadsheet.funding import commands


@require_POST
def asks_seen(request: HttpRequest) -> HttpResponse:
    """Count that asks were seen on one page. Says nothing: who sends a beacon does not read the answer."""
    at = timezone.now()
    commands.count_asks_seen(
        codes=request.POST.getlist("code")[:2],
        address=origin_of(request),
        at=at,
    )
    return HttpResponse(status=204)
