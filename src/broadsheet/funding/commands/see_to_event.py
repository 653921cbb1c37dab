"""What somebody at the desk does with a message that could not be acted upon."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.models import EventState, InboundEvent
from broadsheet.funding.policy import Permission, policy

from .act_on_event import TROUBLE_LENGTH, act_on_event
from .write_audit import write_audit


class EventDone(Refused):
    code = "event-done"
    status = 409
    message = _("This message has been acted upon already.")


def try_event_again(*, event: InboundEvent, actor: User, at: datetime) -> InboundEvent:
    """Act on `event` now, without waiting for its time. Answers it as it is then."""
    policy.require(Permission.RECONCILE, actor)
    return act_on_event(event=event, at=at)


@transaction.atomic
def set_event_aside(*, event: InboundEvent, actor: User, reason: str, at: datetime) -> None:
    """Be done with `event`, which nobody need act upon, for this `reason`. Raises `EventDone`."""
    policy.require(Permission.RECONCILE, actor)
    kept = InboundEvent.objects.select_for_update().get(pk=event.pk)
    if kept.state == EventState.DONE:
        raise EventDone
    before = {"state": kept.state, "trouble": kept.trouble}
    kept.state, kept.done_at, kept.next_try_at = EventState.DONE, at, None
    kept.trouble = reason[:TROUBLE_LENGTH]
    kept.save(update_fields=["state", "done_at", "next_try_at", "trouble"])
    write_audit(
        actor=actor, action="event-set-aside", subject=kept, before=before, reason=reason, at=at
    )
