"""Acting upon what providers told us."""

import logging
from datetime import datetime, timedelta

from django.db import OperationalError
from django.db.models import Q
from django.utils.translation import gettext as _

from broadsheet.core.errors import Refused
from broadsheet.funding.models import EventState, InboundEvent
from broadsheet.funding.providers import ProviderAway, ProviderRefused, provider

from .ask_provider import GiftUnknown, ask_provider

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=6)
FAILED_FOR = timedelta(days=7)
PARKED_FOR = timedelta(hours=72)
"""For how long it is tried again whether the gift is known by now; then somebody at the desk looks at it."""
AT_ONCE = 200
TROUBLE_LENGTH = 300


def act_on_event(*, event: InboundEvent, at: datetime) -> InboundEvent:
    """Ask the provider what is now so about what `event` is about, and post what we did not know.

    Done again, or by several at once, it changes nothing. One that cannot be done is tried again later: it is
    `PARKED` if it is about a gift we do not know, else `FAILED`, and says why; neither raises anything.
    """
    event.refresh_from_db()
    if event.state == EventState.DONE:
        return event
    try:
        ask_provider(provider=provider(event.provider), subject=event.subject, event=event, at=at)
    except GiftUnknown as refusal:
        return _put_off(event, EventState.PARKED, refusal, at=at)
    except OperationalError:
        raise
    except Exception as failure:
        # Whatever it was, the message is kept, and the provider need not send it again.
        if not isinstance(failure, Refused):
            logger.exception("%s could not be acted upon.", event)
        return _put_off(event, EventState.FAILED, failure, at=at)
    event.state, event.done_at, event.next_try_at, event.trouble = EventState.DONE, at, None, ""
    event.save(update_fields=["state", "done_at", "next_try_at", "trouble"])
    return event


def act_on_due_events(*, at: datetime) -> int:
    """Act on messages whose time to be tried again has come, oldest first. Answers how many are done now."""
    due = InboundEvent.objects.filter(~Q(state=EventState.DONE), next_try_at__lte=at)
    done = 0
    for event in due.order_by("next_try_at", "pk")[:AT_ONCE]:
        done += act_on_event(event=event, at=at).state == EventState.DONE
    return done


def _put_off(
    event: InboundEvent, state: EventState, failure: Exception, *, at: datetime
) -> InboundEvent:
    patience = PARKED_FOR if state == EventState.PARKED else FAILED_FOR
    pause = min(FIRST_PAUSE * 4 ** min(event.attempts, 10), LONGEST_PAUSE)
    event.state = state
    event.attempts += 1
    event.next_try_at = at + pause if at < event.received_at + patience else None
    event.trouble = _sentence(failure)[:TROUBLE_LENGTH]
    # Not over one that somebody else has done in the meantime.
    waiting = InboundEvent.objects.filter(~Q(state=EventState.DONE), pk=event.pk)
    waiting.update(
        state=event.state,
        attempts=event.attempts,
        next_try_at=event.next_try_at,
        trouble=event.trouble,
    )
    return event


def _sentence(failure: Exception) -> str:
    if isinstance(failure, ProviderRefused) and failure.trouble:
        return failure.trouble
    if isinstance(failure, ProviderAway):
        return _("The provider did not answer: %(why)s") % {"why": failure.__cause__ or "?"}
    if isinstance(failure, Refused):
        return failure.sentence
    return f"{type(failure).__name__}: {failure}"
