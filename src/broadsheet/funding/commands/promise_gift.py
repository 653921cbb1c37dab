"""Gifts that are promised, and come by bank transfer later, or never."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.core.mail import Letter, send
from broadsheet.funding.models import (
    BankEntry,
    BankStatement,
    Donation,
    DonationState,
    EntryState,
    Interval,
)
from broadsheet.funding.providers.bank import BANK, transfer_instructions

from .number_receipt import language_of

REMINDED_AFTER: Final = timedelta(days=7)
TAKES: Final = timedelta(days=4)
"""How long a transfer may be on its way, with a weekend between (SEPA: one banking day)."""
AT_ONCE: Final = 200


class PromiseOver(Refused):
    code = "promise-over"
    status = 409
    message = _("This gift has been received already, or is waited for no longer.")


@transaction.atomic
def promise_gift(*, donation: Donation, expires_at: datetime, at: datetime) -> None:
    """Wait for `donation` until `expires_at`, and write to its donor how to send it: once, whenever it is asked.

    A gift that is no longer begun is left as it is.
    """
    begun = Donation.objects.filter(pk=donation.pk, state=DonationState.BEGUN)
    is_promised = begun.update(state=DonationState.PROMISED, expires_at=expires_at)
    donation.refresh_from_db(fields=["state", "expires_at"])
    if is_promised:
        _write(donation, "funding/mail/transfer", at=at)


@transaction.atomic
def withdraw_promise(*, donation: Donation) -> None:
    """Wait for `donation` no longer: its donor does not want to send it. Raises `PromiseOver`.

    Money that comes all the same still finds it.
    """
    promised = Donation.objects.filter(pk=donation.pk, state=DonationState.PROMISED)
    if not promised.update(state=DonationState.EXPIRED):
        raise PromiseOver


def remind_of_promises(*, at: datetime) -> int:
    """Write once more to those who promised a gift a week ago that has not come; answer to how many.

    Only where the bank has told us enough to know: a statement up to four days after the promise is there, and
    nothing waits to be matched that could be it.
    """
    known_until = (
        BankStatement.objects.filter(currency=OuterRef("currency"))
        .order_by("-to_day")
        .values("to_day")
    )
    could_be_it = BankEntry.objects.filter(
        state=EntryState.WAITING,
        currency=OuterRef("currency"),
        amount=OuterRef("amount") + OuterRef("cover"),
        booked_on__gte=OuterRef("begun_at__date"),
    )
    due = (
        Donation.objects.filter(
            provider=BANK,
            state=DonationState.PROMISED,
            reminded_at=None,
            begun_at__lte=at - REMINDED_AFTER,
            expires_at__gt=at,
        )
        .exclude(donor=None)
        .filter(~Exists(could_be_it))
        .annotate(known_until=known_until[:1])
        .filter(known_until__gte=F("begun_at__date") + TAKES)
        .order_by("begun_at", "pk")
    )
    return sum(_remind(donation, at=at) for donation in due[:AT_ONCE])


@transaction.atomic
def _remind(donation: Donation, *, at: datetime) -> bool:
    waited_for = Donation.objects.filter(
        pk=donation.pk, state=DonationState.PROMISED, reminded_at=None
    )
    return bool(waited_for.update(reminded_at=at)) and _write(
        donation, "funding/mail/transfer_reminder", at=at
    )


def expire_promises(*, at: datetime) -> int:
    """Wait no longer for gifts that were promised long ago; answer for how many."""
    late = Donation.objects.filter(provider=BANK, state=DonationState.PROMISED, expires_at__lte=at)
    return late.update(state=DonationState.EXPIRED)


def _write(donation: Donation, template: str, *, at: datetime) -> bool:
    """Tell the donor how to send the gift, if we know where; in their language."""
    donor = donation.donor
    if donor is None or not donor.email:
        return False
    language = language_of(donor)
    instructions = transfer_instructions(donation, language=language, at=at)
    if instructions is None:
        return False
    context = {
        "name": donor.name,
        "transfer": instructions,
        "interval": donation.interval if donation.interval != Interval.ONCE else "",
        "begun_on": timezone.localdate(donation.begun_at),
        "until": donation.expires_at and timezone.localdate(donation.expires_at),
        "path": reverse("funding:transfer_page", args=[donation.key]),
    }
    send(
        Letter(
            to=donor.email,
            template=template,
            context=context,
            language=language,
            good_until=donation.expires_at,
        )
    )
    return True
