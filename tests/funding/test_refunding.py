"""How much of a gift can still go back, and who has to be asked: gifts that are not as usual."""

from datetime import timedelta
from decimal import Decimal

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import ExchangeRate, RefundRequest
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON
from factories.money_desk import may

pytestmark = pytest.mark.django_db


@pytest.fixture
def mona(mona):
    return may(mona, "refund")


def ask(gift, asker, amount):
    return commands.ask_refund(donation=gift, amount=amount, reason="Why.", asker=asker, at=NOON)


def received(campaign, amount, **fields):
    gift = promise_gift(campaign, amount, **fields)
    receive(gift)
    return gift


def test_what_was_sent_and_not_heard_of_yet_does_not_go_back_again(mona):
    gift = received(open_campaign(), 2_500, provider="stripe")
    ask(gift, mona, 2_000)
    RefundRequest.objects.update(state="SENT", sent_at=NOON)

    with pytest.raises(commands.TooMuchToRefund):
        ask(gift, mona, 501)
    assert ask(gift, mona, 500)


@pytest.mark.parametrize(("amount", "state"), [(10_000, "AGREED"), (10_001, "WAITING")])
def test_in_another_currency_it_is_its_worth_that_needs_two(mona, amount, state):
    ExchangeRate.objects.create(currency="USD", into="EUR", rate=Decimal("0.5"), since=NOON)

    assert ask(received(open_campaign(), 20_000, currency="USD"), mona, amount).state == state


def test_what_nobody_knows_the_worth_of_needs_two(mona):
    pretended = received(open_campaign(), 500, currency="USD", provider="test", is_test=True)

    assert ask(pretended, mona, 100).state == "WAITING"


def test_nobody_sent_one_tomorrow(mona):
    request = ask(received(open_campaign(), 2_500), mona, 500)

    with pytest.raises(commands.RefundDecided):
        commands.note_refund_sent(
            request=request, day=NOON.date() + timedelta(days=1), actor=mona, at=NOON
        )
