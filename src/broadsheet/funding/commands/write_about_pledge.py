"""Letters about recurring gifts: each is sent once for what it is about."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from broadsheet.core.errors import NotFound
from broadsheet.core.mail import Letter, send
from broadsheet.funding.models import (
    Interval,
    Pledge,
    PledgeLetter,
    PledgeLetterKind,
    PledgeState,
)
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.providers import Ability, provider
from broadsheet.funding.settling import on_pledge_changed
from broadsheet.funding.tokens import Purpose, new_token

from .number_receipt import language_of

REMINDED_BEFORE: Final = timedelta(days=21)
"""Long enough to end a yearly gift at leisure, and not so long that the letter is forgotten."""
REMINDED_AT_LEAST: Final = timedelta(days=3)
AT_ONCE: Final = 200

_TEMPLATES: Final = {
    PledgeLetterKind.RENEWAL: "funding/mail/renewal",
    PledgeLetterKind.FAILED: "funding/mail/payment_failed",
    PledgeLetterKind.ENDED: "funding/mail/pledge_ended",
}


@on_pledge_changed
def tell_what_changed(pledge: Pledge, was: PledgeState, at: datetime) -> None:
    """A recurring gift fails, or has ended: its donor is written to. One that never began ends unsaid."""
    if pledge.state == PledgeState.FAILING:
        tell_payment_failed(pledge=pledge, at=at)
    elif pledge.state == PledgeState.ENDED and was != PledgeState.BEGUN:
        ended_on = timezone.localdate(pledge.ended_at or at)
        _write(pledge, PledgeLetterKind.ENDED, about=ended_on.isoformat(), at=at)


@transaction.atomic
def tell_payment_failed(*, pledge: Pledge, payment: str = "", at: datetime) -> bool:
    """Write to the donor that `payment` of `pledge` could not be taken, and what to do; answer whether it went.

    One letter for each payment, however often it is tried; where nobody says which, one for each day it was due.
    """
    due_on = pledge.next_on or timezone.localdate(at)
    return _write(pledge, PledgeLetterKind.FAILED, about=payment or due_on.isoformat(), at=at)


def remind_of_renewals(*, at: datetime) -> int:
    """Write to those whose yearly gift is taken within three weeks; answer to how many. Nobody twice for a day.

    Who began it less than half a year ago, as with a trial, still knows; less than three days before, it is too
    late for a letter to be of use.
    """
    today = timezone.localdate(at)
    due = Pledge.objects.filter(
        interval=Interval.YEAR,
        state=PledgeState.ACTIVE,
        next_on__gte=today + REMINDED_AT_LEAST,
        next_on__lte=today + REMINDED_BEFORE,
        begun_at__lt=at - timedelta(days=180),
    ).exclude(donor=None)
    told_of = PledgeLetter.objects.filter(
        pledge=OuterRef("pk"),
        kind=PledgeLetterKind.RENEWAL,
        sent_at__gt=at - 2 * REMINDED_BEFORE,
    )
    due = due.filter(~Exists(told_of))
    told = 0
    for pledge in due.select_related("donor").order_by("next_on", "pk")[:AT_ONCE]:
        assert pledge.next_on is not None
        with transaction.atomic():
            told += _write(
                pledge, PledgeLetterKind.RENEWAL, about=pledge.next_on.isoformat(), at=at
            )
    return told


def _write(pledge: Pledge, kind: PledgeLetterKind, *, about: str, at: datetime) -> bool:
    donor = pledge.donor
    if donor is None or not donor.email:
        return False
    _letter, is_new = PledgeLetter.objects.get_or_create(
        pledge=pledge, kind=kind, about=about, defaults={"sent_at": at}
    )
    if not is_new:
        return False
    language = language_of(donor)
    gross = Money(pledge.amount + pledge.cover, pledge.currency)
    context = {
        "name": donor.name,
        "amount": money_text(gross, language),
        "is_yearly": pledge.interval == Interval.YEAR,
        "is_by_hand": _is_by_hand(pledge),
        "next_on": pledge.next_on,
        "pledge_path": reverse("funding:pledge", args=[new_token(Purpose.PLEDGE, pledge.pk)]),
        "support_path": reverse("funding:support"),
        "give_path": "/give/",
    }
    send(Letter(to=donor.email, template=_TEMPLATES[kind], context=context, language=language))
    return True


def _is_by_hand(pledge: Pledge) -> bool:
    """Whether the donor sends the money, and alone can stop it."""
    try:
        return Ability.OFFLINE in provider(pledge.provider).abilities
    except NotFound:
        return True
