"""donor_record …"""

import json

import pytest

from broadsheet.accounts.belongings import belongings_named
from broadsheet.funding import commands
from broadsheet.funding.models import BankEntry
from factories.bank import bank_says, open_bank_account
from factories.donors import give, know_donor, pretended_pledge, prove
from factories.funding import promise_gift
from factories.moments import NOON
from factories.money_desk import may
from factories.statements import Line

pytestmark = pytest.mark.django_db


def test_is_all_that_a_reader_can_take_along(ada):
    donor = know_donor("Ada", email="ada@example.org", postal_address="1 Quay")
    commands.issue_receipt(donation=give(donor, is_public=True, message="Ahoy"), at=NOON)
    pretended_pledge(donor)

    said = belongings_named("funding").export(prove(ada, "ada@example.org"))

    assert said["donors"][0]["postal_address"] == "1 Quay"
    assert said["gifts"][0]["message"] == "Ahoy"
    assert said["gifts"][0]["amount"] == "25.00"
    assert said["recurring_gifts"][0]["amount"] == "10.00"
    assert said["receipts"][0]["number"] == "R2026-00001"
    json.dumps(said)


def test_says_what_the_bank_said_of_their_gifts_and_of_nobody_elses(ada, mona, campaign):
    mona = may(mona, "reconcile")
    donor = know_donor("Ada", email="ada@example.org")
    gift = promise_gift(campaign, donor=donor, state="PROMISED")
    said = Line(amount=2_500, text="Gift, with thanks", name="Ada A. Lovelace")
    other = Line(amount=700, text="Rent", name="Somebody Else")
    bank_says(said, other, account=open_bank_account(), importer=mona)
    theirs = promise_gift(campaign, 700, donor=know_donor("Ben", email="ben@example.org"))
    for whose, amount in ((gift, 2_500), (theirs, 700)):
        entry = BankEntry.objects.get(amount=amount)
        share = commands.Share(gift=whose, amount=amount)
        commands.match_entry(entry=entry, shares=[share], actor=mona, at=NOON)

    record = belongings_named("funding").export(prove(ada, "ada@example.org"))

    assert record["said_by_the_bank"] == [
        {
            "day": said.on.isoformat(),
            "amount": "25.00",
            "currency": "EUR",
            "name": "Ada A. Lovelace",
            "text": "Gift, with thanks",
            "gift": gift.reference,
        }
    ]
    assert "Somebody" not in json.dumps(record)
