"""ask_refund, agree_to_refund, decline_refund, send_refund, note_refund_sent …"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import (
    DayTotal,
    FundingAudit,
    PretendedPayment,
    RefundRequest,
    Transfer,
)
from factories.funding import open_campaign, promise_gift, receive
from factories.giving import begin_gift
from factories.moments import NOON
from factories.money_desk import at_desk, may


@pytest.fixture
def mona(mona):
    return may(mona, "refund", "approve_refund", "view_donors")


@pytest.fixture
def ed(ed):
    return may(ed, "refund", "approve_refund", "correct_ledger")


@pytest.fixture
def gift(campaign):
    """A gift of 100 by bank, with 3 for the fee."""
    gift = promise_gift(campaign, 10_000, cover=300)
    receive(gift)
    gift.refresh_from_db()
    return gift


@pytest.fixture
def paid_gift(campaign, options):
    """A gift of 25 by a provider that sends refunds itself."""
    options(funding_test=True)
    gift = begin_gift(campaign)
    commands.start_payment(
        donation=gift, return_to="https://news.example/", cancel_to="https://news.example/", at=NOON
    )
    PretendedPayment.objects.update(settled_at=NOON)
    gift.refresh_from_db()
    commands.ask_about_gift(donation=gift, at=NOON)
    gift.refresh_from_db()
    return gift


def ask(gift, asker, amount=2_000, reason="Asked for by the donor."):
    return commands.ask_refund(donation=gift, amount=amount, reason=reason, asker=asker, at=NOON)


def state_of(request):
    return RefundRequest.objects.get(pk=request.pk).state


def raised(campaign):
    return sum(DayTotal.objects.filter(campaign=campaign).values_list("counted", flat=True))


def test_a_small_one_is_agreed_by_asking(gift, mona):
    assert ask(gift, mona, 5_000).state == "AGREED"


def test_a_large_one_needs_another_person(gift, mona, ed):
    request = ask(gift, mona, 5_001)
    assert request.state == "WAITING"
    with pytest.raises(NotAllowed):
        commands.agree_to_refund(request=request, actor=mona, at=NOON)

    commands.agree_to_refund(request=request, actor=ed, at=NOON)

    assert state_of(request) == "AGREED"
    with pytest.raises(commands.RefundDecided):
        commands.agree_to_refund(request=request, actor=ed, at=NOON)
    acts = FundingAudit.objects.order_by("pk").values_list("action", "actor__name")
    assert list(acts) == [("refund-asked", "Mona"), ("refund-agreed", "Ed")]


def test_many_small_ones_are_a_large_one(gift, mona):
    assert ask(gift, mona, 3_000).state == "AGREED"
    assert ask(gift, mona, 3_000).state == "WAITING"


def test_always_needs_two_where_the_newsroom_wants_it(gift, mona, options):
    options(refund_alone_up_to=0)

    assert ask(gift, mona, 1).state == "WAITING"


@pytest.mark.parametrize("amount", [0, -1, 10_301])
def test_refuses_more_than_there_is(gift, mona, amount):
    with pytest.raises(commands.TooMuchToRefund):
        ask(gift, mona, amount)


def test_what_is_asked_back_cannot_be_asked_back_again(gift, mona):
    ask(gift, mona, 10_000)
    with pytest.raises(commands.TooMuchToRefund):
        ask(gift, mona, 301)
    ask(gift, mona, 300)


def test_what_was_declined_can_be_asked_back_again(gift, mona, ed):
    request = ask(gift, mona, 10_300)
    commands.decline_refund(request=request, actor=ed, at=NOON)

    assert state_of(request) == "DECLINED"
    assert ask(gift, mona, 10_300).state == "WAITING"


def test_who_asked_may_take_it_back(gift, mona):
    request = ask(gift, mona, 10_300)
    commands.decline_refund(request=request, actor=mona, at=NOON)

    assert state_of(request) == "DECLINED"


def test_refuses_one_without_a_reason_and_one_of_what_never_came(gift, campaign, mona):
    with pytest.raises(commands.ReasonNeeded):
        ask(gift, mona, reason="  ")
    with pytest.raises(commands.TooMuchToRefund):
        ask(promise_gift(campaign), mona)


def test_one_by_hand_counts_once_somebody_says_it_was_sent(gift, campaign, mona):
    request = ask(gift, mona, 5_000)
    assert raised(campaign) == 10_000

    commands.note_refund_sent(request=request, day=NOON.date(), actor=mona, at=NOON)

    assert state_of(request) == "SENT"
    # 5000 of 10300 that were paid; the gift bears its share.
    assert raised(campaign) == 10_000 - 10_000 * 5_000 // 10_300
    (transfer,) = Transfer.objects.filter(kind="refund").select_related("debit", "credit")
    assert (transfer.debit.code, transfer.credit.code) == ("contra:refunds", "asset:bank")
    with pytest.raises(commands.RefundDecided):
        commands.note_refund_sent(request=request, day=NOON.date(), actor=mona, at=NOON)


def test_a_provider_sends_it_once_and_the_ledger_knows(paid_gift, mona):
    request = ask(paid_gift, mona, 1_000)
    for _attempt in range(2):
        commands.send_refund(request_id=request.pk, at=NOON)

    assert state_of(request) == "SENT"
    assert list(Transfer.objects.filter(kind="refund").values_list("amount", flat=True)) == [1_000]
    with pytest.raises(commands.TooMuchToRefund):
        ask(paid_gift, mona, 1_501)


def test_what_a_provider_refuses_has_failed_and_says_why(paid_gift, mona):
    request = ask(paid_gift, mona, 1_000)
    PretendedPayment.objects.update(settled_at=None)
    commands.send_refund(request_id=request.pk, at=NOON)

    assert state_of(request) == "FAILED"
    assert RefundRequest.objects.get().trouble
    assert not Transfer.objects.filter(kind="refund").exists()


def test_what_a_provider_sends_is_not_sent_by_hand(paid_gift, mona):
    request = ask(paid_gift, mona, 1_000)
    with pytest.raises(commands.RefundDecided):
        commands.note_refund_sent(request=request, day=NOON.date(), actor=mona, at=NOON)


def test_one_that_waits_is_not_sent(paid_gift, mona, options):
    options(refund_alone_up_to=0)
    request = ask(paid_gift, mona, 1_000)
    commands.send_refund(request_id=request.pk, at=NOON)

    assert state_of(request) == "WAITING"


def test_is_for_those_who_were_given_the_right(gift, ben):
    other = may(ben, "approve_refund")
    with pytest.raises(NotAllowed):
        ask(gift, other)


def test_two_persons_at_the_desk_give_a_gift_back(gift, campaign, mona, ed):
    hers, his = at_desk(mona), at_desk(ed)
    address = f"/desk/money/refunds/of/{gift.pk}/"
    assert "103" in hers.get(address).content.decode()
    wrong = hers.post(address, {"amount": "103.01", "reason": "All of it."}).content.decode()
    assert "not more than is still here" in wrong
    hers.post(address, {"amount": "103", "currency": "USD", "reason": "All of it."})

    (request,) = RefundRequest.objects.all()
    decide = f"/desk/money/refunds/{request.pk}/"
    assert 'name="agree"' not in hers.get("/desk/money/refunds/").content.decode()
    hers.post(decide, {"agree": "1"})
    assert state_of(request) == "WAITING"
    assert 'name="agree"' in his.get("/desk/money/refunds/").content.decode()
    his.post(decide, {"agree": "1"})
    hers.post(decide, {"sent": "1", "day": "2026-11-22"})

    assert state_of(request) == "SENT"
    assert raised(campaign) == 0


def test_asks_for_a_fresh_proof(gift, mona, time_machine):
    time_machine.move_to(NOON)
    desk = at_desk(mona)
    time_machine.shift(11 * 60)

    for address in ("/desk/money/refunds/", f"/desk/money/refunds/of/{gift.pk}/"):
        assert desk.get(address).url.startswith("/account/proof/")
        assert desk.post(address).url.startswith("/account/proof/")


def test_asked_for_by_many_at_once_no_more_goes_back_than_came(committed):
    asker = User.objects.create(name="Ed", is_staff=True, is_superuser=True, joined_at=NOON)
    gift = promise_gift(open_campaign(), 10_000)
    receive(gift)

    def ask_for_half(_number):
        try:
            return ask(gift, asker, 5_000).amount
        except commands.TooMuchToRefund:
            return 0
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        asked = list(threads.map(ask_for_half, range(4)))

    assert sorted(asked) == [0, 0, 5_000, 5_000]
