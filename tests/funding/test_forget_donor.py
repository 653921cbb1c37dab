"""forget_donor, and what else becomes of what somebody gave …"""

import json

import pytest

from broadsheet.accounts.belongings import belongings_named
from broadsheet.accounts.models import Strength
from broadsheet.funding import commands
from broadsheet.funding.models import (
    BadgeWish,
    BankEntry,
    DayTotal,
    Donation,
    Donor,
    EntryState,
    EventState,
    InboundEvent,
    Pledge,
    PledgeState,
    Receipt,
)
from broadsheet.funding.references import new_reference
from factories.bank import bank_says, open_bank_account
from factories.donors import give, know_donor, pretended_pledge, prove
from factories.funding import open_campaign, promise_gift
from factories.moments import NOON
from factories.money_desk import may
from factories.people import confirmed, imported
from factories.statements import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def support():
    return belongings_named("funding")


@pytest.fixture
def giving(ada):
    """Ada, who gave, gives, and said something with it."""
    donor = know_donor("Ada", email="ada@example.org", postal_address="1 Quay")
    campaign = open_campaign()
    words = {"is_public": True, "public_name": "Ada L.", "message": "Ahoy", "approved_at": NOON}
    gift = give(donor, campaign=campaign, source_path="/ferry/", provider_object="ch_1", **words)
    InboundEvent.objects.create(
        provider=gift.provider,
        event_id="evt_1",
        kind="charge",
        subject="ch_1",
        body='{"email": "ada@example.org"}',
        received_at=NOON,
        state=EventState.DONE,
    )
    commands.issue_receipt(donation=gift, at=NOON)
    pretended_pledge(donor, campaign=campaign)
    return prove(ada, "ada@example.org")


def all_that_is_kept():
    """Every row of funding but the ledger, as text."""
    from django.apps import apps

    models = apps.get_app_config("broadsheet_funding").get_models()
    rows = [row for model in models for row in model.objects.values()]
    return json.dumps(rows, default=str)


def test_leaves_the_money_and_nothing_of_the_person(giving, support):
    commands.show_support(person=giving, at=NOON)
    before = DayTotal.objects.get().counted, Receipt.objects.get().written_number

    support.erase(giving, keep_words=True, at=NOON)

    for word in ("Ada", "ada@example.org", "Quay", "Ahoy", "/ferry/"):
        assert word not in all_that_is_kept()
    assert (DayTotal.objects.get().counted, Receipt.objects.get().written_number) == before
    assert Donation.objects.get().state == "SETTLED"
    giving.refresh_from_db()
    assert not giving.is_supporter
    commands.end_forgotten_pledge(pledge_id=Pledge.objects.get().pk, at=NOON)
    assert Pledge.objects.get().state == PledgeState.ENDED


def test_leaves_nothing_of_what_the_bank_said_of_them(giving, support, mona):
    gift = promise_gift(
        open_campaign(),
        donor=Donor.objects.get(),
        reference=new_reference(),
        state="PROMISED",
    )
    line = Line(amount=2_500, text=f"{gift.reference} from Ada Ash", name="Ada Ash")
    bank_says(line, account=open_bank_account(), importer=may(mona, "reconcile"))

    support.erase(giving, keep_words=True, at=NOON)

    [entry] = BankEntry.objects.all()
    assert (entry.state, entry.counterparty, entry.text) == (EntryState.MATCHED, "", "")
    assert "Ash" not in all_that_is_kept()


def test_ends_what_comes_again_by_a_job(giving, support):
    from django.db import connection

    support.erase(giving, keep_words=True, at=NOON)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'funding.end_pledge'"
        )
        assert cursor.fetchone() == (1,)


def test_nobody_gets_a_receipt_who_is_forgotten():
    donor = know_donor()
    gift = give(donor)

    commands.forget_donor(donor=donor, at=NOON)

    assert commands.issue_receipt(donation=gift, at=NOON) is None
    assert commands.issue_yearly_statement(donor=donor, year=2026, at=NOON) == []


def test_goes_along_when_two_become_one(ben):
    ines = imported("Ines", email="ines@example.org")
    donor = know_donor("Ines", email="ines@example.org", person=ines)
    give(donor)
    BadgeWish.objects.create(person=ines, wished_at=NOON)
    support = belongings_named("funding")

    support.hold(sources=[ines], target=ben)
    moved = support.move(source=ines, target=ben)

    ben.refresh_from_db()
    assert ben.is_supporter
    assert support.summary(moved) == "1 gift"
    assert Donor.objects.get().person == ben
    support.give_back(moved, source=ines, target=ben)
    assert Donor.objects.get().person == ines


def test_is_theirs_once_they_have_proven_the_address():
    give(know_donor("Cleo", email="CLEO@example.org"))

    cleo = confirmed("Cleo", email="cleo@example.org")

    assert cleo.strength == Strength.CONFIRMED
    assert Donor.objects.get().person_id == cleo.pk
