from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.funding.events import WallChanged
from broadsheet.funding.models import Donation, DonationState
from broadsheet.funding.policy import Permission, policy

from .write_audit import write_audit


class WordsGone(Refused):
    code = "words-gone"
    status = 409
    message = _("Nobody wants this to be shown any more.")


@transaction.atomic
def approve_words(*, donation: Donation, actor: User, at: datetime) -> None:
    """Let everybody read the name and the words that the donor of `donation` gave for it.

    Publishes `WallChanged`. Raises `NotAllowed`, `WordsGone`.
    """
    policy.require(Permission.MODERATE_WALL, actor)
    gift = _wanting(donation)
    if gift.approved_at is None:
        gift.approved_at = at
        gift.save(update_fields=["approved_at"])
        write_audit(actor=actor, action="words-approved", subject=gift, at=at)
        publish(WallChanged())


@transaction.atomic
def decline_words(*, donation: Donation, actor: User, at: datetime) -> None:
    """Show nobody the name and the words of `donation`, now or later; the newsroom keeps them.

    Publishes `WallChanged`. Raises as `approve_words` does.
    """
    policy.require(Permission.MODERATE_WALL, actor)
    gift = _wanting(donation)
    gift.is_public, gift.approved_at = False, None
    gift.save(update_fields=["is_public", "approved_at"])
    write_audit(actor=actor, action="words-declined", subject=gift, at=at)
    publish(WallChanged())


def _wanting(donation: Donation) -> Donation:
    gifts = Donation.objects.select_for_update(of=("self",))
    gift = gifts.filter(pk=donation.pk, is_public=True, state=DonationState.SETTLED).first()
    if gift is None:
        raise WordsGone
    return gift
