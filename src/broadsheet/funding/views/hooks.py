"""Where providers of payments tell us that something has changed."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from broadsheet.core.middleware import hear_machines
from broadsheet.funding import commands


@hear_machines
@require_POST
def hook(request: HttpRequest, provider: str) -> HttpResponse:
    """Keep what `provider` says, and act upon it if that can be done at once; else it is done later.

    Once it is kept the provider is told so, whatever comes of it.
    """
    now = timezone.now()
    event = commands.receive_event(
        provider_code=provider, headers=request.headers, body=request.body, at=now
    )
    commands.act_on_event(event=event, at=now)
    return HttpResponse(status=204)
