"""month_account …"""

from datetime import date, timedelta

import pytest

from broadsheet.funding import commands, queries
from broadsheet.funding.facts import DisputeSnapshot, DisputeState, RefundSnapshot, RefundState
from broadsheet.funding.models import Donor
from broadsheet.funding.money import Money
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import may

NOVEMBER = date(2026, 11, 9)
LATER = NOON + timedelta(days=2)


def eur(minor):
    return Money(minor, "EUR")


def give(campaign, number, amount=1_000, **fields):
    """Gifts of `number` donors, each of their own."""
    donors = [Donor.objects.create(name=f"Donor {one}", made_at=NOON) for one in range(number)]
    for donor in donors:
        receive(promise_gift(campaign, amount, donor=donor, **fields))
    return donors


def test_adds_up_what_moved_in_the_month(campaign, django_assert_num_queries):
    receive(
        promise_gift(campaign, 10_000, cover=300, provider="stripe"),
        fee=320,
        refunds=(
            RefundSnapshot(id="re_1", amount=1_000, state=RefundState.SUCCEEDED, at=LATER),
            RefundSnapshot(id="re_2", amount=500, state=RefundState.FAILED, at=LATER),
        ),
    )
    disputes = [(DisputeState.LOST, 2_000), (DisputeState.OPEN, 3_000), (DisputeState.WON, 4_000)]
    for state, amount in disputes:
        dispute = DisputeSnapshot(id=f"dp_{amount}", amount=amount, state=state, at=LATER, fee=15)
        receive(promise_gift(campaign, amount, provider="paypal"), disputes=(dispute,))
    receive(promise_gift(campaign, 99_000, is_test=True, provider="test"))
    receive(promise_gift(campaign, 77_000), at=NOON - timedelta(days=30))

    with django_assert_num_queries(3):
        account = queries.month_account(NOVEMBER)

    (one,) = account.currencies
    assert one.flow.gross == eur(19_000)
    assert one.flow.cover == eur(300)
    assert one.flow.fees == eur(320 + 45)
    assert one.flow.refunds == eur(1_000)
    assert one.flow.chargebacks == eur(2_000)
    assert one.flow.disputed == eur(3_000)
    assert one.flow.net == eur(19_000 + 300 - 365 - 1_000 - 2_000 - 3_000)
    assert (account.gifts, account.month) == (4, date(2026, 11, 1))


def test_says_of_few_people_nothing_that_singles_them_out(campaign):
    give(campaign, 4, provider="cash")

    account = queries.month_account(NOVEMBER)

    (one,) = account.currencies
    assert account.supporters is None
    assert (one.recurring_percent, one.middle, one.ways, one.sizes) == (None, None, (), ())


def test_says_more_of_many(campaign):
    give(campaign, 6, 500)
    give(campaign, 5, 3_000, interval="MONTH")
    give(campaign, 1, 26_000)

    account = queries.month_account(NOVEMBER)

    (one,) = account.currencies
    assert account.supporters == 12
    assert one.recurring_percent == round(100 * 15_000 / 44_000)
    assert one.middle == eur(500)
    assert [(line.label, line.people) for line in one.ways] == [("Bank transfer", 12)]
    assert [(line.least, line.below, line.people) for line in one.sizes] == [
        (0, 10, 6),
        (25, None, 6),
    ]


def test_puts_ways_of_few_people_together(campaign):
    give(campaign, 7)
    give(campaign, 3, provider="cash")
    give(campaign, 2, provider="cheque")

    (one,) = queries.month_account(NOVEMBER).currencies

    assert [(line.label, line.people) for line in one.ways] == [("Bank transfer", 7), ("", 5)]


def test_few_who_give_again_and_again_are_not_told_apart(campaign):
    give(campaign, 10)
    give(campaign, 1, interval="MONTH")

    assert queries.month_account(NOVEMBER).currencies[0].recurring_percent is None


def test_somebody_who_gives_often_is_one_supporter(campaign):
    (dana, *_others) = give(campaign, 5)
    receive(promise_gift(campaign, 700, donor=dana))

    assert queries.month_account(NOVEMBER).supporters == 5


def test_shows_what_was_spent_under_each_heading(mona, campaign):
    recorder = may(mona, "record_spending")
    spent = [("Wages", 5_000, "Editors"), ("Wages", 2_000, "Editors"), ("Travel", 900, "")]
    taken_back = commands.record_spending(
        month=NOVEMBER, category="Wages", spent=eur(700), recorder=recorder, at=NOON
    )
    commands.withdraw_spending(spending=taken_back, actor=recorder, at=NOON)
    for category, amount, note in spent:
        commands.record_spending(
            month=NOVEMBER,
            category=category,
            spent=eur(amount),
            note=note,
            recorder=recorder,
            at=NOON,
        )

    (one,) = queries.month_account(NOVEMBER).currencies

    assert [(line.category, line.spent, line.notes) for line in one.spending] == [
        ("Wages", eur(7_000), ("Editors",)),
        ("Travel", eur(900), ()),
    ]
    assert one.spent == eur(7_900)
    assert one.flow.gross == eur(0)


def test_a_correction_takes_off_what_it_corrects(campaign, mona):
    gift = promise_gift(campaign, 1_000)
    (transfer,) = receive(gift)
    commands.correct_ledger(
        transfer=transfer, actor=may(mona, "correct_ledger"), reason="Not ours.", at=NOON
    )

    account = queries.month_account(NOVEMBER)

    assert account.gifts == 0
    assert all(one.flow.net == eur(0) for one in account.currencies)


@pytest.mark.django_db
def test_of_a_month_without_money_there_is_nothing_to_say():
    account = queries.month_account(NOVEMBER)

    assert (account.gifts, account.supporters, account.currencies) == (0, 0, ())
