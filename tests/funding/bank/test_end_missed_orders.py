"""end_missed_orders, and what goes before: gifts that come again by standing order."""

from datetime import date

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import (
    BankEntry,
    DonationState,
    Pledge,
    PledgeState,
)
from broadsheet.funding.references import new_reference
from factories.bank import balance, bank_says
from factories.funding import open_campaign, promise_gift
from factories.moments import NOON
from factories.statements import Line

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 4)


def entry():
    return BankEntry.objects.get()


def test_each_payment_of_a_standing_order_is_a_gift(account, mona):
    campaign = open_campaign()
    pledge = Pledge.objects.create(
        reference=new_reference(), campaign=campaign, amount=1_000, currency="EUR",
        interval="MONTH", provider="bank", begun_at=NOON,
    )  # fmt: skip
    gift = promise_gift(campaign, 1_000, reference=new_reference(), interval="MONTH", pledge=pledge)
    months = [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)]
    lines = [Line(amount=1_000, text=gift.reference, on=day) for day in months]

    bank_says(*lines, account=account, importer=mona)

    pledge.refresh_from_db()
    assert (pledge.state, pledge.next_on) == (PledgeState.ACTIVE, date(2025, 4, 30))
    settled = pledge.donations.filter(state=DonationState.SETTLED)
    assert list(settled.order_by("counts_on").values_list("counts_on", flat=True)) == months
    assert balance("income:gifts") == -3_000

    assert commands.end_missed_orders(at=NOON) == 1
    pledge.refresh_from_db()
    assert pledge.state == PledgeState.ENDED
