"""A newspaper with a bank account, a gift that is promised to it, and somebody who sees to the bank."""

from datetime import date, timedelta

import pytest

from broadsheet.funding.models import DonationState
from broadsheet.funding.references import new_reference
from factories.bank import bank_says, open_bank_account
from factories.funding import promise_gift
from factories.moments import NOON
from factories.money_desk import may
from factories.statements import Line

DAY = date(2025, 3, 4)


@pytest.fixture
def mona(mona):
    return may(mona, "reconcile", "view_donors", "record_offline", "refund", "view_refunds")


@pytest.fixture
def account(db):
    return open_bank_account()


@pytest.fixture
def promise(campaign):
    """Promises gifts by bank transfer, such as `promise(5_000)`."""

    def promise(amount, **fields):
        fields = {
            "reference": new_reference(),
            "state": DonationState.PROMISED,
            "expires_at": NOON + timedelta(days=45),
            **fields,
        }
        return promise_gift(fields.pop("campaign", campaign), amount, **fields)

    return promise


@pytest.fixture
def gift(promise):
    return promise(5_000)


@pytest.fixture
def bank(account, mona):
    """What the bank says came in, such as `bank(5_000, "BS-…")`."""

    def says(amount, text, *, on=DAY, **options):
        return bank_says(
            Line(amount=amount, text=text, on=on), account=account, importer=mona, **options
        )

    return says
