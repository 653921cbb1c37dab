"""What acts at the desk were upon, in act_list …"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from broadsheet.accounts.models import User
from broadsheet.funding import commands, queries
from broadsheet.funding.models import (
    Act,
    AskVariant,
    Donation,
    InboundEvent,
    Interval,
    ReceiptWording,
    Spending,
)
from factories.funding import pledged, promise_gift, receive
from factories.moments import NOON
from factories.money_desk import may


@pytest.fixture
def mona(mona):
    return may(mona, "configure", "reconcile")


def note(action, subject, **fields):
    return commands.write_audit(actor=None, action=action, subject=subject, at=NOON, **fields)


@pytest.fixture
def everything(campaign, mona, ed):
    """One act upon a thing of each kind."""
    gift = promise_gift(campaign, 10_000)
    [transfer] = receive(gift)
    commands.correct_ledger(
        transfer=transfer, actor=may(ed, "correct_ledger"), reason="No.", at=NOON
    )
    ask = commands.write_ask(
        campaign=campaign,
        name="Spring",
        wordings=[commands.Wording(heading="H", words_above="", words_below="", button="B")],
        most_views=1,
        in_days=1,
        actor=mona,
        at=NOON,
    )
    note(Act.WORDING_SWITCHED, AskVariant.objects.get())
    commands.close_campaign(campaign=campaign, actor=mona, at=NOON)
    commands.suggest_amounts(
        currency="EUR", interval=Interval.MONTH, amounts=[500], least=100, actor=mona, at=NOON
    )
    commands.enter_bank_account(
        currency="EUR", holder="The Paper", iban="DE89370400440532013000", actor=mona, at=NOON
    )
    event = InboundEvent.objects.create(
        provider="stripe", event_id="evt_1", kind="x", subject="cs_1", body="", received_at=NOON
    )
    note(Act.EVENT_SET_ASIDE, event)
    note(Act.RECEIPTS_WORDED, ReceiptWording.objects.create())
    spending = Spending.objects.create(
        month=date(2026, 3, 1),
        category="Rent",
        amount=1,
        currency="EUR",
        recorded_by=mona,
        recorded_at=NOON,
    )
    note(Act.SPENDING_RECORDED, spending)
    note(Act.PLEDGE_PAUSED, pledged(gift))
    return {"gift": gift.pk, "ask": ask.pk, "campaign": campaign.pk}


def test_knows_everything_by_its_name_and_leads_there_who_may_look(everything, mona, ben):
    lines = queries.act_list(viewer=mona).acts
    ids = everything

    reference = Donation.objects.get(pk=ids["gift"]).reference
    assert {(line.subject.name, line.subject.address) for line in lines} == {
        (reference, f"/desk/money/gifts/{ids['gift']}/"),
        ("Spring", f"/desk/money/asks/{ids['ask']}/"),
        ("Spring, A", f"/desk/money/asks/{ids['ask']}/"),
        ("Pay for the paper", f"/desk/money/campaigns/{ids['campaign']}/"),
        ("EUR, Monthly", "/desk/money/amounts/"),
        ("The Paper, EUR", "/desk/money/bank-accounts/"),
        ("Card and more, cs_1", "/desk/money/ways/"),
        ("", ""),
        ("Rent", ""),
        (f"P-{reference}", ""),
    }
    other = queries.act_list(viewer=may(ben, "export")).acts
    assert {line.subject.name for line in other} == {line.subject.name for line in lines}
    assert {line.subject.address.split("/")[3] for line in other if line.subject.address} == {
        "gifts",
        "asks",
    }


def test_asks_no_more_of_the_database_for_many_acts(everything, campaign, mona):
    def count():
        with CaptureQueriesContext(connection) as asked:
            queries.act_list(viewer=User.objects.get(pk=mona.pk))
        return len(asked)

    note(Act.REFUND_ASKED, promise_gift(campaign))
    before = count()
    for _more in range(5):
        note(Act.REFUND_ASKED, promise_gift(campaign), after={"amount": 1, "currency": "EUR"})
        note(Act.CAMPAIGN_CLOSED, campaign)

    assert count() == before
