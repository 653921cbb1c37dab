"""Asking providers, night after night, for what no message has told us."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from broadsheet.core.errors import Refused
from broadsheet.funding.models import EventState, InboundEvent, Reconciliation
from broadsheet.funding.providers import (
    Ability,
    Provider,
    ProviderAway,
    ProviderRefused,
    ready_providers,
)

from .act_on_event import act_on_event
from .ask_provider import ask_provider
from .tell_administrators import tell_administrators

logger = logging.getLogger(__name__)

FIRST_LOOK = timedelta(days=30)
AGAIN = timedelta(hours=1)
"""What was asked about before is asked about again for so long: clocks differ, and lists lag behind."""
TROUBLE_LENGTH = 300


def reconcile_providers(*, at: datetime) -> int:
    """Ask every provider that is set up and tells us things what has changed; answer how much was new.

    Of one that does not answer, it is written down, and it is asked for the same the next time.
    """
    asked = [one for one in ready_providers() if Ability.HOOK in one.abilities]
    return sum(reconcile_provider(provider=one, at=at).found for one in asked)


def reconcile_provider(*, provider: Provider, at: datetime) -> Reconciliation:
    """Post what has changed at `provider` since it was last asked, as if it had told us.

    What cannot be posted is kept as a message would be, and tried again. If something was new that should have
    been told long ago, and it has told us nothing at all, the administrators get a letter.
    """
    kept, _is_new = Reconciliation.objects.get_or_create(
        provider=provider.code, defaults={"asked_until": at - FIRST_LOOK, "asked_at": at}
    )
    since = kept.asked_until - AGAIN
    kept.asked_at, kept.found, kept.trouble = at, 0, ""
    try:
        for subject in provider.changed_since(since):
            kept.found += _learn(provider, subject, at=at)
        kept.asked_until = at
    except (ProviderAway, ProviderRefused) as refusal:
        trouble = getattr(refusal, "trouble", "") or refusal.sentence
        kept.trouble = trouble[:TROUBLE_LENGTH]
        logger.warning("%s could not be asked what has changed: %s", provider.code, trouble)
    with transaction.atomic():
        kept.save()
        if kept.found and not _has_told_anything(provider, since=since):
            _tell(provider, kept)
    return kept


def _learn(provider: Provider, subject: str, *, at: datetime) -> bool:
    try:
        return ask_provider(provider=provider, subject=subject, at=at)
    except ProviderAway:
        raise
    except Refused:
        # Kept, so that it is tried again, and seen at the desk.
        event, _is_new = InboundEvent.objects.get_or_create(
            provider=provider.code,
            event_id=f"found:{subject}:{at:%Y-%m-%d}",
            defaults={
                "kind": "found",
                "subject": subject,
                "is_test": provider.is_test,
                "received_at": at,
            },
        )
        return act_on_event(event=event, at=at).state == EventState.DONE


def _has_told_anything(provider: Provider, *, since: datetime) -> bool:
    told = InboundEvent.objects.filter(provider=provider.code, received_at__gte=since)
    return told.exclude(kind="found").exists()


def _tell(provider: Provider, kept: Reconciliation) -> None:
    context = {
        "label": str(provider.label),
        "found": kept.found,
        "hook": f"/funding/hooks/{provider.code}/",
    }
    tell_administrators("messages_missing", context)
