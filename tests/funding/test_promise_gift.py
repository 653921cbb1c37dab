"""promise_gift and what follows: told how to send it, reminded once, waited for no longer."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format

from broadsheet.funding import commands
from broadsheet.funding.models import Donation, DonationState, Donor
from broadsheet.funding.providers.bank import EXPIRES_AFTER
from broadsheet.funding.references import new_reference
from broadsheet.notify.models import QueuedLetter
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


def letters():
    return [letter.text for letter in QueuedLetter.objects.order_by("pk")]


def test_the_donor_is_told_once_how_to_send_it(promised):
    commands.start_payment(donation=promised, return_to="/", cancel_to="/", at=NOON)

    assert promised.state == DonationState.PROMISED
    assert promised.expires_at == NOON + EXPIRES_AFTER
    [letter] = letters()
    assert promised.reference in letter
    assert "DE89 3704 0044 0532 0130 00" in letter
    assert f"/give/{promised.key}/transfer/" in letter
    assert "Dana" in letter
    assert f"We wait for it until {date_format(promised.expires_at, 'DATE_FORMAT')}." in letter


def test_a_standing_order_is_asked_for_as_one(gift):
    Donation.objects.update(interval="MONTH")
    gift.refresh_from_db()
    commands.start_payment(donation=gift, return_to="/", cancel_to="/", at=NOON)

    assert "standing order for every month" in letters()[0]


def test_who_has_changed_their_mind_is_waited_for_no_longer(promised, client):
    answer = client.post(
        f"/give/{promised.key}/transfer/withdraw/", headers={"Sec-Fetch-Site": "same-origin"}
    )

    promised.refresh_from_db()
    assert (answer.status_code, promised.state) == (302, DonationState.EXPIRED)
    with pytest.raises(commands.PromiseOver):
        commands.withdraw_promise(donation=promised)


def test_is_reminded_once_where_the_bank_would_have_told(promised, mona, account):
    assert commands.remind_of_promises(at=NOON + WEEK) == 0
    late = Line(amount=1, on=(NOON + timedelta(days=5)).date())
    bank_says(late, account=account, importer=mona)

    assert commands.remind_of_promises(at=NOON + timedelta(days=6)) == 0
    assert commands.remind_of_promises(at=NOON + WEEK) == 1
    assert commands.remind_of_promises(at=NOON + WEEK) == 0
    assert "has not arrived" in letters()[-1]


def test_is_not_reminded_while_something_waits_that_could_be_it(promised, mona, account):
    on = (NOON + timedelta(days=5)).date()
    bank_says(Line(amount=5_000, text="a gift", on=on), account=account, importer=mona)

    assert commands.remind_of_promises(at=NOON + WEEK) == 0


def test_what_does_not_come_expires(promised):
    assert commands.expire_promises(at=NOON + EXPIRES_AFTER - WEEK) == 0
    assert commands.expire_promises(at=NOON + EXPIRES_AFTER) == 1

    promised.refresh_from_db()
    assert promised.state == DonationState.EXPIRED
