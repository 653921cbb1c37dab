"""issue_yearly_statement …"""

from datetime import UTC, datetime

import pytest

from broadsheet.funding import commands, queries
from broadsheet.funding.facts import RefundSnapshot, RefundState
from broadsheet.funding.models import Receipt, ReceiptWording
from broadsheet.notify.models import QueuedLetter
from factories.donors import give, know_donor, latest_letter
from factories.funding import open_campaign, receive
from factories.moments import NOON

pytestmark = pytest.mark.django_db
JANUARY = datetime(2027, 1, 6, 12, 0, tzinfo=UTC)


def state(donor, year=2026, *, at=JANUARY):
    return commands.issue_yearly_statement(donor=donor, year=year, at=at)


def test_adds_up_each_currency_of_one_year_without_test_money():
    dana = know_donor()
    for amount in (2_000, 550):
        give(dana, amount, cover=50)
    give(dana, 700, campaign=open_campaign(currency="USD"))
    give(dana, 9_900, at=JANUARY)
    give(dana, 9_900, provider="test", is_test=True)

    euros, dollars = state(dana)

    assert (euros.amount, euros.currency, euros.written_number) == (2_650, "EUR", "Y2027-00001")
    assert (dollars.amount, dollars.currency) == (700, "USD")
    assert state(dana, 2025) == []


def test_lists_every_gift_of_the_year_and_no_other():
    dana = know_donor()
    kept = [give(dana, amount).reference for amount in (2_000, 550)]
    give(dana, 700, campaign=open_campaign(currency="USD"))
    give(dana, 9_900, at=JANUARY)
    give(dana, 9_900, provider="test", is_test=True)

    paper = queries.receipt_paper(state(dana)[0])

    assert [reference for _day, reference, _back, _given in paper.table.rows] == kept


def test_takes_the_place_of_one_that_is_not_so_any_more():
    dana = know_donor()
    gift = give(dana, 2_000)
    [first] = state(dana)
    assert state(dana) == [first]
    refund = RefundSnapshot(id="re_1", amount=500, state=RefundState.SUCCEEDED, at=JANUARY)
    receive(gift, refunds=(refund,))

    [second] = state(dana)

    assert (second.replaces, second.kept) == (first, 1_500)


def test_is_sent_in_january_once_to_those_who_gave():
    for name in ("dana", "ben"):
        commands.issue_receipt(
            donation=give(know_donor(name, email=f"{name}@example.org")), at=NOON
        )
    give(know_donor("Ines", email="ines@example.org"), provider="import")
    QueuedLetter.objects.all().delete()

    assert commands.send_yearly_statements(at=NOON) == 0
    assert commands.send_yearly_statements(at=JANUARY.replace(day=4)) == 0
    assert commands.send_yearly_statements(at=JANUARY) == 2
    assert commands.send_yearly_statements(at=JANUARY) == 0
    assert Receipt.objects.filter(kind="YEAR").count() == QueuedLetter.objects.count() == 2
    assert "in 2026 you gave 25\N{NO-BREAK SPACE}€" in latest_letter().text


def test_is_not_sent_to_who_got_all_of_it_back():
    gift = give(know_donor())
    commands.issue_receipt(donation=gift, at=NOON)
    refund = RefundSnapshot(id="re_1", amount=2_500, state=RefundState.SUCCEEDED, at=NOON)
    receive(gift, refunds=(refund,))
    QueuedLetter.objects.all().delete()

    commands.send_yearly_statements(at=JANUARY)

    assert not QueuedLetter.objects.exists()


def test_is_not_sent_where_the_newsroom_does_not_want_it():
    commands.issue_receipt(donation=give(know_donor()), at=NOON)
    ReceiptWording.objects.create(sends_yearly=False)

    assert commands.send_yearly_statements(at=JANUARY) == 0
