"""post_facts: what a provider says of a payment, in the ledger, once."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from broadsheet.core import events
from broadsheet.funding import commands, settling
from broadsheet.funding.events import MeterChanged
from broadsheet.funding.facts import (
    DisputeSnapshot,
    DisputeState,
    Fact,
    RefundSnapshot,
    RefundState,
)
from broadsheet.funding.models import DayTotal, DonationState, ExchangeRate, Transfer
from broadsheet.funding.rates import CurrencyWithoutRate
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(db):
    return open_campaign()


def refund(amount, number=1, state=RefundState.SUCCEEDED, at=NOON):
    return RefundSnapshot(id=f"re_{number}", amount=amount, state=state, at=at)


def dispute(amount, state, number=1, **fields):
    return DisputeSnapshot(id=f"dp_{number}", amount=amount, state=state, at=NOON, **fields)


def total(campaign):
    return [(each.day, each.counted, each.gifts) for each in DayTotal.objects.order_by("day")]


def test_a_gift_is_received_and_counts_without_what_covers_its_fee(campaign):
    gift = promise_gift(campaign, 2_500, cover=78, provider="stripe")

    posted = receive(gift, fee=78, fee_id="txn_1")

    gift.refresh_from_db()
    assert (gift.state, gift.settled_at, gift.counts_on) == (
        DonationState.SETTLED,
        NOON,
        NOON.date(),
    )
    assert [(each.key, str(each.debit), str(each.credit), each.amount) for each in posted] == [
        (f"stripe:pay_{gift.pk}:gift", "asset:stripe EUR", "income:gifts EUR", 2_500),
        (f"stripe:pay_{gift.pk}:cover", "asset:stripe EUR", "income:fee_cover EUR", 78),
        ("stripe:txn_1:fee", "expense:fees:stripe EUR", "asset:stripe EUR", 78),
    ]
    assert total(campaign) == [(NOON.date(), 2_500, 1)]


def test_what_is_heard_twice_is_posted_once(campaign):
    gift = promise_gift(campaign)

    receive(gift)

    assert receive(gift) == ()
    assert total(campaign) == [(NOON.date(), 2_500, 1)]


def test_counts_on_the_day_it_is_in_the_newspapers_time_zone(campaign, settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    gift = promise_gift(campaign)

    receive(gift, at=datetime(2026, 11, 30, 11, 30, tzinfo=UTC))

    gift.refresh_from_db()
    assert gift.counts_on == date(2026, 12, 1)


def test_what_goes_back_is_taken_off_the_day_of_the_gift(campaign):
    gift = promise_gift(campaign)
    receive(gift)
    later = NOON + timedelta(days=40)

    [transfer] = receive(gift, refunds=(refund(1_000, at=later),))

    assert (transfer.happened_at, transfer.counted) == (later, -1_000)
    assert total(campaign) == [(NOON.date(), 1_500, 1)]
    receive(gift, refunds=(refund(1_000, at=later), refund(1_500, number=2, at=later)))
    assert total(campaign) == [(NOON.date(), 0, 0)]


def test_a_refund_that_fails_is_put_back_and_one_that_waits_takes_nothing(campaign):
    gift = promise_gift(campaign)

    receive(gift, refunds=(refund(900, state=RefundState.PENDING),))
    assert total(campaign) == [(NOON.date(), 2_500, 1)]
    receive(gift, refunds=(refund(900),))
    assert total(campaign) == [(NOON.date(), 1_600, 1)]
    receive(gift, refunds=(refund(900, state=RefundState.FAILED),))
    assert total(campaign) == [(NOON.date(), 2_500, 1)]


@pytest.mark.parametrize(("outcome", "counts"), [(DisputeState.WON, 2_500), (DisputeState.LOST, 0)])
def test_a_dispute_is_taken_off_when_opened_and_put_back_when_won(campaign, outcome, counts):
    gift = promise_gift(campaign, provider="stripe")
    receive(gift)

    receive(gift, disputes=(dispute(2_500, DisputeState.OPEN, fee=2_000, fee_id="txn_2"),))
    assert total(campaign)[0][1] == 0
    receive(gift, disputes=(dispute(2_500, outcome, fee=2_000, fee_id="txn_2"),))

    assert total(campaign)[0][1] == counts


def test_of_what_goes_back_the_gift_bears_its_share_and_all_of_it_in_the_end(campaign):
    gift = promise_gift(campaign, 100, cover=3)
    cents = tuple(refund(1, number=number) for number in range(103))

    receive(gift, refunds=cents[:51])
    assert total(campaign)[0][1] == 100 - 51 * 100 // 103
    receive(gift, refunds=cents)

    assert total(campaign) == [(NOON.date(), 0, 0)]


def test_test_money_reaches_no_meter(campaign, django_capture_on_commit_callbacks):
    gift = promise_gift(campaign, provider="test", is_test=True)

    with django_capture_on_commit_callbacks() as told:
        posted = receive(gift)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert [(str(each.credit), each.campaign, each.counted) for each in posted] == [
        ("test:income:gifts EUR", None, 0)
    ]
    assert not DayTotal.objects.exists()
    assert told == []


def test_test_money_is_not_posted_to_a_gift_nor_money_to_a_test(campaign):
    for is_test in (True, False):
        gift = promise_gift(campaign, is_test=is_test)
        with pytest.raises(ValueError, match="test money stays apart"):
            receive(gift, is_test=not is_test)


def test_another_currency_counts_at_the_rate_of_the_day_for_good(campaign, ed):
    def worth(rate, since):
        ExchangeRate.objects.create(
            currency="JPY", into="EUR", rate=Decimal(rate), since=since, set_by=ed
        )

    gift = promise_gift(campaign, 1_001, currency="JPY")
    with pytest.raises(CurrencyWithoutRate):
        receive(gift)
    worth("0.0061", NOON - timedelta(days=1))

    [transfer] = receive(gift)
    worth("0.0090", NOON)
    receive(gift, refunds=(refund(1_000),))

    assert (transfer.rate, transfer.counted) == (Decimal("0.61"), 611)
    assert total(campaign) == [(NOON.date(), 1, 1)]
    receive(gift, refunds=(refund(1_000), refund(1, number=2)))
    assert total(campaign) == [(NOON.date(), 0, 0)]


@pytest.mark.parametrize(("amount", "counts"), [(5, 2), (7, 4), (9, 4), (11, 6)])
def test_halves_of_a_cent_go_to_the_even_one(campaign, ed, amount, counts):
    """So that many of them come to neither too much nor too little (IEEE 754, roundTiesToEven)."""
    ExchangeRate.objects.create(currency="USD", into="EUR", rate="0.5", since=NOON, set_by=ed)

    receive(promise_gift(campaign, amount, currency="USD"))

    assert total(campaign) == [(NOON.date(), counts, 1)]


def test_money_of_one_gift_is_refused_to_another(campaign):
    first, second = promise_gift(campaign), promise_gift(campaign)
    receive(first, payment="pay")

    with pytest.raises(commands.PostedElsewhere):
        receive(second, payment="pay")


def test_a_reminder_of_who_promised_is_kept_when_less_comes_than_was_promised(campaign):
    gift = promise_gift(campaign, 2_500)

    receive(gift, amount=2_000)
    fact = Fact(
        key="bank:second:matched",
        kind="matched",
        debit="liability:unmatched",
        credit="income:gifts",
        amount=700,
        happened_at=NOON + timedelta(days=3),
    )
    commands.post_facts(donation=gift, facts=[fact], at=NOON)

    assert total(campaign) == [(NOON.date(), 2_700, 1)]


def test_tells_that_the_meter_changed(campaign, django_capture_on_commit_callbacks):
    heard = []
    events.subscribe(MeterChanged)(heard.append)

    with django_capture_on_commit_callbacks(execute=True):
        receive(promise_gift(campaign))

    assert heard == [MeterChanged(campaign_id=campaign.pk)]


def test_sees_to_what_follows_once(campaign, monkeypatch):
    seen = []

    def thank(gift, at):
        seen.append(gift.reference)

    def apologise(gift, back, at):
        seen.extend(each.kind for each in back)

    monkeypatch.setattr(settling, "_settled", [thank])
    monkeypatch.setattr(settling, "_returned", [apologise])
    gift = promise_gift(campaign)

    for refunds in ((), (), (refund(100),), (refund(100),)):
        receive(gift, refunds=refunds)

    assert seen == [gift.reference, "refund"]


def test_is_undone_where_what_must_follow_fails(campaign, monkeypatch):
    def fail(gift, at):
        raise RuntimeError("no receipt")

    gift = promise_gift(campaign)
    with monkeypatch.context() as patched:
        patched.setattr(settling, "_settled", [fail])
        with pytest.raises(RuntimeError):
            receive(gift)
    assert not Transfer.objects.exists()

    receive(gift)
    assert total(campaign) == [(NOON.date(), 2_500, 1)]
