"""Standing orders at the edges of the calendar, and of patience."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import BankEntry, EntryDoubt, Pledge, PledgeState
from broadsheet.funding.references import new_reference
from factories.bank import balance, bank_says, open_bank_account
from factories.funding import open_campaign, pledged, promise_gift
from factories.money_desk import may
from factories.statements import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def mona(mona):
    return may(mona, "reconcile")


def order(interval):
    gift = promise_gift(open_campaign(), 1_000, reference=new_reference(), interval=interval)
    gift.pledge = pledged(
        gift, amount=1_000, cover=0, interval=interval, provider_object="", state="BEGUN"
    )
    gift.save()
    return gift


@pytest.mark.parametrize(
    ("interval", "paid_on", "next_on"),
    [
        ("MONTH", date(2026, 12, 31), date(2027, 1, 31)),
        ("MONTH", date(2028, 1, 31), date(2028, 2, 29)),
        ("YEAR", date(2028, 2, 29), date(2029, 2, 28)),
        ("YEAR", date(2026, 12, 1), date(2027, 12, 1)),
    ],
)
def test_the_next_is_expected_on_the_same_day_or_on_the_last(mona, interval, paid_on, next_on):
    gift = order(interval)

    line = Line(amount=1_000, text=gift.reference, on=paid_on)
    bank_says(line, account=open_bank_account(), importer=mona)

    assert Pledge.objects.get().next_on == next_on


def test_one_that_is_late_has_not_ended_for_forty_days(mona):
    gift = order("MONTH")
    line = Line(amount=1_000, text=gift.reference, on=date(2026, 10, 1))
    bank_says(line, account=open_bank_account(), importer=mona)
    expected = datetime.combine(date(2026, 11, 1), time(12), tzinfo=UTC)

    assert commands.end_missed_orders(at=expected + timedelta(days=40)) == 0
    assert commands.end_missed_orders(at=expected + timedelta(days=41)) == 1
    assert Pledge.objects.get().state == PledgeState.ENDED


def test_a_gift_begun_by_another_way_is_not_what_the_bank_brings_by_itself(mona):
    """Its money comes by its provider: somebody has to look what this is."""
    gift = promise_gift(open_campaign(), 2_500, reference=new_reference(), provider="stripe")

    line = Line(amount=2_500, text=gift.reference)
    bank_says(line, account=open_bank_account(), importer=mona)

    assert BankEntry.objects.get().doubt == EntryDoubt.UNKNOWN
    assert balance("income:gifts") == 0
