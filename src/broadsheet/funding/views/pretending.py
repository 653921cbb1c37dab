"""The pay page of the way of paying that pretends: what would be somebody else's site."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from broadsheet.core.errors import NotFound
from broadsheet.funding import commands
from broadsheet.funding.money import Money
from broadsheet.funding.options import FUNDING_TEST
from broadsheet.funding.providers import test

from .leading import quiet


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pretend(request: HttpRequest, name: str) -> HttpResponse:
    """Ask whether to pretend to pay, or to be declined; tell us of it as providers do, and lead back."""
    if not FUNDING_TEST.value:
        raise NotFound
    payment = test.pretended(name)
    if request.method != "POST":
        page = {"payment": payment, "amount": Money(payment.amount, payment.currency)}
        return quiet(render(request, "funding/pretend.html", page))
    now = timezone.now()
    match request.POST.get("act"):
        case "pay":
            messages = test.agree(payment, at=now)
        case "decline":
            messages = test.decline(payment, at=now)
        case "renew" if payment.pledge:
            messages = test.renew(payment.pledge, at=now)
        case _:
            raise NotFound
    for message in messages:
        event = commands.receive_event(
            provider_code=test.TestProvider.code,
            headers=message.headers,
            body=message.body,
            at=now,
        )
        commands.act_on_event(event=event, at=now)
    return HttpResponseRedirect(payment.return_to)
