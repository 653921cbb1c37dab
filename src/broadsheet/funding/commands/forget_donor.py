"""Forgetting who gave: what was given stays, in the ledger and on numbered receipts, and who it was goes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from broadsheet.core.events import publish
from broadsheet.funding.events import WallChanged
from broadsheet.funding.importing import forgotten_key
from broadsheet.funding.models import (
    BankEntry,
    Donation,
    Donor,
    EventState,
    InboundEvent,
    Invitation,
    Pledge,
    PledgeState,
    PortalLink,
    Receipt,
)

from .steer_pledge import end_pledge

ENDING = "funding.end_pledge"
"""The name of the job that ends one recurring gift (`tasks.py`)."""


@transaction.atomic
def forget_donor(*, donor: Donor, at: datetime) -> None:
    """Take away what says who `donor` is: name, addresses, messages, and what providers said of them.

    Gifts stay, and so do their amounts, days and receipts' numbers: accounts have to be kept. Recurring gifts
    that still run are ended by a job, because nobody could be asked about them any more. Publishes `WallChanged`
    if something of theirs was on the wall.
    """
    kept = Donor.objects.select_for_update(no_key=True).get(pk=donor.pk)
    gifts = Donation.objects.filter(donor=kept)
    was_shown = gifts.filter(is_public=True, approved_at__isnull=False).exists()
    _forget_what_providers_said(list(gifts.values_list("pk", flat=True)))
    Receipt.objects.filter(donor=kept).update(name="", postal_address="")
    # What the bank said of them. It is known again by its fingerprint, should it be imported once more.
    BankEntry.objects.filter(matches__donation__in=gifts).update(counterparty="", text="")
    gifts.update(is_public=False, public_name="", message="", approved_at=None, source_path="")
    PortalLink.objects.filter(donor=kept).delete()
    _forget_invitations(kept)
    for pledge in Pledge.objects.filter(donor=kept).exclude(state=PledgeState.ENDED):
        app.configure_task(ENDING).defer(pledge_id=pledge.pk)
    kept.email = kept.name = kept.postal_address = kept.language = ""
    kept.person, kept.erased_at = None, at
    kept.save()
    if was_shown:
        publish(WallChanged())


def end_forgotten_pledge(*, pledge_id: int, at: datetime) -> None:
    """End the recurring gift of a donor who is forgotten. Raises `ProviderAway`, to be tried again."""
    pledge = Pledge.objects.filter(pk=pledge_id).first()
    if pledge:
        end_pledge(pledge=pledge, reason="forgotten", at=at)


def _forget_invitations(donor: Donor) -> None:
    """Keep only by what a file is known again that would bring them back."""
    for invitation in Invitation.objects.filter(donor=donor):
        invitation.key, invitation.amount = forgotten_key(invitation.key), 1
        invitation.since_on = invitation.paid_until = None
        invitation.save()


def _forget_what_providers_said(gifts: Sequence[int]) -> None:
    """Their messages hold names and addresses, and have been acted upon: what they are about is enough."""
    told = InboundEvent.objects.filter(state=EventState.DONE, transfers__donation__in=gifts)
    events = set(told.values_list("pk", flat=True))
    names = Donation.objects.filter(pk__in=gifts).exclude(provider_object="")
    for provider, subject in names.values_list("provider", "provider_object"):
        same = InboundEvent.objects.filter(
            provider=provider, subject=subject, state=EventState.DONE
        )
        events.update(same.values_list("pk", flat=True))
    InboundEvent.objects.filter(pk__in=events).update(body="")
