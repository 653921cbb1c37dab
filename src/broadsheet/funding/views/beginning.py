"""The beginning of a gift: all that is counted and spent with it."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language

from broadsheet.accounts.models import User
from broadsheet.core.limits import TooOften, mailbox, take
from broadsheet.core.pace import Limit, in_force
from broadsheet.funding import commands, protection
from broadsheet.funding.forms import GiveForm
from broadsheet.funding.limits import (
    GIVE_ADDRESS,
    GIVE_ALL,
    GIVE_DECLINED_ADDRESS,
    GIVE_MAIL,
    GIVE_UNPROVEN_ADDRESS,
    GIVE_UNPROVEN_ALL,
)
from broadsheet.funding.models import Donation

EVERYBODY = "everybody"


def begin(
    form: GiveForm,
    *,
    submission: str,
    proof: protection.Proof | None,
    origin: str,
    person: User | None,
    source_path: str,
    source_ask: str,
    at: datetime,
) -> Donation:
    """Begin the gift of the valid `form`. Raises `TooOften`, `ProofSpent`, and as `begin_donation` does."""
    said, wish = form.cleaned_data, form.wish
    if wish.way.takes_cards:
        _refuse_after_declines(origin, at=at)
    take(*_asked(origin, said["email"], is_proven=proof is not None), once=f"gift:{submission}")
    if proof:
        commands.spend_proof(proof=proof, submission=submission)
    with transaction.atomic():
        donation = commands.begin_donation(
            campaign=form.page.campaign,
            amount=wish.amount,
            cover=wish.cover,
            currency=wish.currency,
            interval=wish.interval,
            provider=wish.way.provider.code,
            email=said["email"],
            name=said["name"],
            language=get_language() or "",
            is_public=said["is_public"],
            public_name=said["public_name"],
            message=said["message"],
            source_path=source_path,
            source_ask=source_ask,
            submission_key=submission,
            person=person,
            at=at,
        )
        commands.note_beginning(donation=donation, origin=origin)
    return donation


def _asked(origin: str, email: str, *, is_proven: bool) -> list[tuple[Limit, str]]:
    asked = [
        (GIVE_ADDRESS, f"address:{origin}"),
        (GIVE_MAIL, mailbox(email)),
        (GIVE_ALL, EVERYBODY),
    ]
    if not is_proven:
        asked += [
            (GIVE_UNPROVEN_ADDRESS, f"address:{origin}"),
            (GIVE_UNPROVEN_ALL, EVERYBODY),
        ]
    return asked


def _refuse_after_declines(origin: str, *, at: datetime) -> None:
    rule = in_force(GIVE_DECLINED_ADDRESS, str(settings.BROADSHEET["limits"]))
    if rule and protection.declined_from(origin, at=at) >= rule.times:
        raise TooOften(limit=rule.name, seconds=rule.per_seconds)
