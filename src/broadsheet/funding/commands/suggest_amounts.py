from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.models import MOST_SUGGESTED, Interval, SuggestedAmounts
from broadsheet.funding.money import LARGEST
from broadsheet.funding.policy import Permission, policy

from .write_audit import write_audit


class SuggestionRefused(Refused):
    """Amounts that cannot be suggested together."""

    code = "suggestion-refused"
    status = 422
    message = _(
        "Suggest one to %(most)s different amounts, none of them below the least that may be given."
    )


@transaction.atomic
def suggest_amounts(
    *,
    currency: str,
    interval: Interval,
    amounts: Sequence[int],
    least: int,
    actor: User,
    at: datetime,
) -> SuggestedAmounts:
    """Suggest `amounts` to those who give in `currency` at this interval, and take nothing below `least`.

    Minor units; they are shown from the smallest to the largest. Raises `SuggestionRefused` and `NotAllowed`.
    """
    policy.require(Permission.CONFIGURE, actor)
    shown = sorted(set(amounts))
    is_sound = currency in EXPONENTS and 1 <= len(shown) <= MOST_SUGGESTED
    if not is_sound or not 0 < least <= shown[0] or shown[-1] > LARGEST:
        raise SuggestionRefused(most=MOST_SUGGESTED)
    before = SuggestedAmounts.objects.filter(currency=currency, interval=interval).first()
    suggested, _is_new = SuggestedAmounts.objects.update_or_create(
        currency=currency, interval=interval, defaults={"amounts": shown, "least": least}
    )
    write_audit(
        actor=actor,
        action="amounts-suggested",
        subject=suggested,
        before=_said(before) if before else {},
        after=_said(suggested),
        at=at,
    )
    return suggested


def _said(suggested: SuggestedAmounts) -> dict[str, str | int]:
    return {
        "currency": suggested.currency,
        "interval": suggested.interval,
        "amounts": " ".join(map(str, suggested.amounts)),
        "least": suggested.least,
    }
