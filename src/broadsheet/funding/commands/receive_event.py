"""Keeping what a provider tells us."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.funding.models import EventState, InboundEvent
from broadsheet.funding.providers import NotAuthentic, provider

LARGEST_MESSAGE = 256 * 1024
UNTIL_TRIED_AGAIN = timedelta(minutes=1)
"""For how long whoever received a message has it to themselves, before it is taken up by the next who looks."""


class MessageTooLarge(Refused):
    code = "message-too-large"
    status = 413
    message = _("This message is larger than any we expect.")


@transaction.atomic
def receive_event(
    *, provider_code: str, headers: Mapping[str, str], body: bytes, at: datetime
) -> InboundEvent:
    """Keep the message in `body`, once it is proven to be the provider's; from then on it cannot be lost.

    Heard again, it is counted and not kept twice. Nothing is acted upon: `act_on_event` does that. Raises
    `NotFound` for a provider we do not have, `NotAuthentic`, `MessageTooLarge`, and `ProviderAway` where the
    provider has to be asked for the proof and does not answer; then nothing is kept, and it will be sent again.
    """
    sender = provider(provider_code)
    if len(body) > LARGEST_MESSAGE:
        raise MessageTooLarge
    heard = sender.authenticate(headers, body)
    event, is_new = InboundEvent.objects.get_or_create(
        provider=sender.code,
        event_id=heard.event_id,
        defaults={
            "kind": heard.kind,
            "subject": heard.subject,
            "body": _text(body),
            "is_test": heard.is_test,
            "received_at": at,
            "state": EventState.NEW if heard.subject else EventState.DONE,
            "next_try_at": at + UNTIL_TRIED_AGAIN if heard.subject else None,
            "done_at": None if heard.subject else at,
        },
    )
    if not is_new:
        InboundEvent.objects.filter(pk=event.pk).update(deliveries=F("deliveries") + 1)
    return event


def _text(body: bytes) -> str:
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise NotAuthentic from error
    if "\0" in text:  # which PostgreSQL does not keep, and JSON writes otherwise
        raise NotAuthentic
    return text
