from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.models import Act, ProviderPause
from broadsheet.funding.policy import Permission, policy

from .note_attempt import hold_pauses
from .write_audit import write_audit


class NotPaused(Refused):
    code = "not-paused"
    status = 409
    message = _("This way of paying is not paused.")


@transaction.atomic
def resume_way(*, code: str, actor: User, at: datetime) -> None:
    """End the pause of the provider of this code, which was made because too many payments were declined.

    What was declined before counts no more; should as many be declined again, it is paused again. Raises
    `NotPaused`.
    """
    policy.require(Permission.CONFIGURE, actor)
    hold_pauses(code)
    pauses = ProviderPause.objects.filter(provider=code, since__lte=at, until__gt=at)
    pause = pauses.order_by("-until").first()
    if pause is None:
        raise NotPaused
    pauses.update(until=at)
    write_audit(
        actor=actor,
        action=Act.WAY_RESUMED,
        before={"until": pause.until.isoformat()},
        after={"way": code},
        at=at,
    )
