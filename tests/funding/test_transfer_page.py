"""transfer_page: how to send a promised gift."""

from datetime import timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Donor
from broadsheet.funding.references import creditor_reference, new_reference
from factories.bank import bank_says, open_bank_account
from factories.funding import open_campaign, promise_gift
from factories.moments import NOON
from factories.money_desk import may
from factories.statements import Line

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def account(db):
    return open_bank_account()


@pytest.fixture
def gift(account):
    donor = Donor.objects.create(email="dana@example.org", name="Dana", made_at=NOON)
    return promise_gift(
        open_campaign(), 5_000, donor=donor, reference=new_reference(), key="k" * 43
    )


@pytest.fixture
def promised(gift):
    commands.start_payment(donation=gift, return_to="/", cancel_to="/", at=NOON)
    return gift


@pytest.fixture
def mona(mona):
    return may(mona, "reconcile")


def test_the_page_says_all_that_a_transfer_needs(promised, client):
    page = client.get(f"/give/{promised.key}/transfer/")
    text = page.content.decode()

    for said in (
        "DE89 3704 0044 0532 0130 00",
        "The Paper",
        promised.reference,
        creditor_reference(promised.reference)[:4],
        "<svg",
        "50",
    ):
        assert said in text
    assert "no-store" in page.headers["Cache-Control"]


def test_the_page_of_a_gift_that_came_thanks_for_it(promised, mona, account, client):
    bank_says(Line(amount=5_000, text=promised.reference), account=account, importer=mona)

    text = client.get(f"/give/{promised.key}/transfer/").content.decode()

    assert "has arrived" in text
    assert "<form" not in text.partition("<main")[2].partition("</main>")[0]


def test_nobody_finds_a_page_without_its_key(promised, client):
    assert client.get("/give/nothing/transfer/").status_code == 404
