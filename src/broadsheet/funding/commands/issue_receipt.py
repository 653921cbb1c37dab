"""Receipts for gifts: they follow on the money by a job, so that nobody who posts waits for a number."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app

from broadsheet.accounts.models import Strength, User
from broadsheet.core.mail import Letter, send
from broadsheet.funding.ledger import Balances, balances
from broadsheet.funding.models import (
    Donation,
    Donor,
    Interval,
    Pledge,
    PledgeState,
    Receipt,
    ReceiptKind,
    Series,
    Transfer,
)
from broadsheet.funding.models.import_file import IMPORTED
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.settling import on_returned, on_settled
from broadsheet.funding.tokens import Purpose, new_token

from .number_receipt import issued, language_of
from .show_support import refresh_badge

ISSUING: Final = "funding.issue_receipt"
"""The name of the job that gives the receipt for one gift (`tasks.py`)."""

RUNNING: Final = (PledgeState.BEGUN, PledgeState.ACTIVE, PledgeState.FAILING)


@on_settled
def issue_soon(donation: Donation, at: datetime) -> None:
    """A gift is received: there is a receipt, unless nobody is known to have given, or has had it elsewhere."""
    if donation.donor_id is not None and donation.provider != IMPORTED:
        app.configure_task(ISSUING).defer(donation_id=donation.pk)


@on_returned
def correct_soon(donation: Donation, transfers: Sequence[Transfer], at: datetime) -> None:
    """Some of a gift went back, or was put back: there is another receipt in place of the first."""
    if donation.provider != IMPORTED:
        app.configure_task(ISSUING).defer(donation_id=donation.pk)


@transaction.atomic
def issue_receipt(*, donation: Donation, at: datetime) -> Receipt | None:
    """Give the donor of `donation` a receipt for what the ledger holds of it now, and write to them.

    What has changed since the last one is said by a corrected receipt, which takes its place. Answers None where
    the last one still says what is so, and where nobody is known to have given. Test money has a series of its
    own. A donor whose address a reader has proven is that reader from now on.
    """
    # First the donor, as who forgets one has it: else a name could be written that was just erased.
    donors = Donor.objects.select_for_update(no_key=True)
    donor = donors.filter(donations=donation, erased_at=None).first()
    if donor is None:
        return None
    gift = Donation.objects.select_for_update(of=("self",)).get(pk=donation.pk)
    transfers = list(gift.transfers.select_related("debit", "credit"))
    held = balances((each.debit.code, each.credit.code, each.amount) for each in transfers)
    last = gift.receipts.order_by("-issued_at", "-pk").first()
    if _says_so_already(last, held):
        return None
    paid, gone = _amounts(held, last)
    receipt = Receipt(
        kind=ReceiptKind.CORRECTION if last else ReceiptKind.GIFT,
        donation=gift,
        replaces=last,
        amount=paid,
        returned=gone,
        currency=gift.currency,
    )
    series = Series.TEST if gift.is_test else Series.GIFTS
    _recognise(donor, at=at)
    issued(receipt, series=series, donor=donor, at=at)
    if donor.email:
        write_receipt(donor, receipt, gift)
    return receipt


def _recognise(donor: Donor, *, at: datetime) -> None:
    """Find out which reader `donor` is, and let others see that they support us, if they wish."""
    if donor.person is None and donor.email:
        proven = (Strength.CONFIRMED, Strength.ACCOUNT)
        people = User.objects.filter(email__iexact=donor.email, strength__in=proven)
        donor.person = people.filter(is_active=True).first()
        donor.save(update_fields=["person"])
    if donor.person is not None:
        refresh_badge(person=donor.person, at=at)


def _amounts(held: Balances, last: Receipt | None) -> tuple[int, int]:
    """What was given and what of it went back. A gift that was reversed altogether was given, and is gone."""
    paid = held.given + held.covered
    if paid <= 0:
        paid = last.amount if last else 0
        return paid, paid
    return paid, min(max(held.returned, 0), paid)


def _says_so_already(last: Receipt | None, held: Balances) -> bool:
    if last is None:
        return held.given + held.covered <= 0
    return (last.amount, last.returned) == _amounts(held, last)


def write_receipt(donor: Donor, receipt: Receipt, gift: Donation) -> None:
    """Write to `donor`, who has an address, what `receipt` of `gift` says, and where to look at it."""
    language = language_of(donor)
    name = "receipt" if receipt.kind == ReceiptKind.GIFT else "receipt_corrected"
    context = {
        **receipt_context(receipt, language=language),
        **_pledge_context(gift.pledge, language=language),
        "reference": gift.reference,
        "is_test": gift.is_test,
    }
    send(
        Letter(to=donor.email, template=f"funding/mail/{name}", context=context, language=language)
    )


def receipt_context(receipt: Receipt, *, language: str) -> dict[str, Any]:
    """What every letter with a receipt is given."""

    def text(minor: int) -> str:
        return money_text(Money(minor, receipt.currency), language)

    return {
        "name": receipt.name,
        "number": receipt.written_number,
        "replaced_number": receipt.replaces.written_number if receipt.replaces else "",
        "amount": text(receipt.amount),
        "returned": text(receipt.returned),
        "kept": text(receipt.kept),
        "issuer": receipt.issuer,
        "note": receipt.note,
        "path": reverse("funding:receipt", args=[new_token(Purpose.RECEIPT, receipt.pk)]),
        "support_path": reverse("funding:support"),
    }


def _pledge_context(pledge: Pledge | None, *, language: str) -> dict[str, Any]:
    """What a receipt says of the recurring gift it belongs to, as long as that runs."""
    if pledge is None or pledge.state not in RUNNING:
        return {"pledge_path": ""}
    return {
        "pledge_path": reverse("funding:pledge", args=[new_token(Purpose.PLEDGE, pledge.pk)]),
        "pledge_amount": money_text(Money(pledge.amount + pledge.cover, pledge.currency), language),
        "is_yearly": pledge.interval == Interval.YEAR,
        "next_on": pledge.next_on,
    }
