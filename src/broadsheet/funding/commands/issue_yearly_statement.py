"""What somebody gave in a year, on one paper."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from broadsheet.core.mail import Letter, send
from broadsheet.funding.given import gifts_of
from broadsheet.funding.models import (
    Donation,
    Donor,
    Receipt,
    ReceiptKind,
    ReceiptWording,
    Series,
)

from .issue_receipt import receipt_context
from .number_receipt import issued, language_of

AT_ONCE: Final = 200
"""Donors who are written to in one round, so that it is over before the next."""

WRITTEN_IN: Final = 1
"""The month in which statements of the year before are sent: January, from its 5th day."""
FROM_DAY: Final = 5


@transaction.atomic
def issue_yearly_statement(*, donor: Donor, year: int, at: datetime) -> list[Receipt]:
    """Answer the statements of what `donor` gave in `year`, one for each currency, as things are now.

    One that says so already is answered as it is; where something has changed since, another takes its place.
    Nothing is answered for a year without gifts. Test money is left out.
    """
    kept = Donor.objects.select_for_update(no_key=True).get(pk=donor.pk)
    if kept.erased_at:
        return []
    given: dict[str, tuple[int, int]] = {}
    for gift in gifts_of([kept.pk], until=at):
        if gift.received_on.year == year and not gift.is_test:
            amount, returned = given.get(gift.currency, (0, 0))
            given[gift.currency] = (amount + gift.amount, returned + gift.returned)
    return [
        _statement(kept, year, currency, amount, returned, at=at)
        for currency, (amount, returned) in sorted(given.items())
    ]


def _statement(
    donor: Donor, year: int, currency: str, amount: int, returned: int, *, at: datetime
) -> Receipt:
    earlier = Receipt.objects.filter(
        donor=donor, kind=ReceiptKind.YEAR, covers_year=year, currency=currency
    )
    last = earlier.order_by("-issued_at", "-pk").first()
    if last and (last.amount, last.returned) == (amount, returned):
        return last
    receipt = Receipt(
        kind=ReceiptKind.YEAR,
        covers_year=year,
        replaces=last,
        amount=amount,
        returned=returned,
        currency=currency,
    )
    return issued(receipt, series=Series.YEARS, donor=donor, at=at)


def send_yearly_statements(*, at: datetime) -> int:
    """In January, from its 5th day, write to donors about the year before; answer to how many.

    At most 200 in one round, each in a transaction of their own; nobody twice, and nobody if the newsroom does
    not want it.
    """
    today = timezone.localdate(at)
    wording = ReceiptWording.objects.first() or ReceiptWording()
    if today.month != WRITTEN_IN or today.day < FROM_DAY or not wording.sends_yearly:
        return 0
    year = today.year - 1
    donors = list(_without_statement(year)[:AT_ONCE])
    for donor in donors:
        _send(donor, year, at=at)
    return len(donors)


def _without_statement(year: int) -> QuerySet[Donor]:
    gifts = Donation.objects.filter(
        donor=OuterRef("pk"), is_test=False, counts_on__year=year, receipts__isnull=False
    )
    statements = Receipt.objects.filter(
        donor=OuterRef("pk"), kind=ReceiptKind.YEAR, covers_year=year
    )
    donors = Donor.objects.filter(erased_at=None).exclude(email="")
    return donors.filter(Exists(gifts), ~Exists(statements)).order_by("pk")


@transaction.atomic
def _send(donor: Donor, year: int, *, at: datetime) -> None:
    language = language_of(donor)
    statements = issue_yearly_statement(donor=donor, year=year, at=at)
    for statement in [one for one in statements if one.kept > 0]:
        send(
            Letter(
                to=donor.email,
                template="funding/mail/yearly_statement",
                context={**receipt_context(statement, language=language), "year": year},
                language=language,
            )
        )
