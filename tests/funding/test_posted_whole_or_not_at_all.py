"""Whatever fails between two statements of a posting, nothing of it is there, and trying again does it all …"""

from concurrent.futures import ThreadPoolExecutor
from random import Random

from django.db import DatabaseError, connection

from broadsheet.funding import commands, queries
from broadsheet.funding.facts import RefundSnapshot, RefundState
from broadsheet.funding.models import DayDigest, DayTotal, Donation, LedgerAccount, Transfer
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON, minutes

TABLES = [LedgerAccount, Donation, Transfer, DayTotal, DayDigest]
MOST_STATEMENTS = 60
WAITS_FOR_THE_DISK = "pg_logical_emit_message"


class PowerCut(DatabaseError):
    """The database is gone."""


def everything():
    return {model.__name__: sorted(model.objects.values_list(), key=str) for model in TABLES}


def cut_before(number):
    """Let so many statements pass, and then none any more, until all is committed."""
    passed = 0

    def wrapper(execute, sql, params, many, context):
        nonlocal passed
        if passed == number and WAITS_FOR_THE_DISK not in sql:
            raise PowerCut
        passed += 1
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrapper)


def done_in_spite_of_power_cuts(write):
    """Do `write` with the power cut before its first statement, its second …; answer how many it has."""
    for number in range(MOST_STATEMENTS):
        before = everything()
        try:
            with cut_before(number):
                write()
        except PowerCut:
            assert everything() == before
        else:
            return number
    raise AssertionError("It has too many statements.")


def back(amount, number=1):
    return RefundSnapshot(id=f"re_{number}", amount=amount, state=RefundState.SUCCEEDED, at=NOON)


def test_cut_at_every_statement(committed):
    campaign = open_campaign()
    gift = promise_gift(campaign, cover=78, provider="stripe")
    fields = {"fee": 78, "fee_id": "txn"}

    for counts, refunds in ((2_500, ()), (2_500 - 1_939, (back(2_000),))):
        statements = done_in_spite_of_power_cuts(
            lambda r=refunds: receive(gift, refunds=r, **fields)
        )
        assert statements > 5
        assert queries.meter(campaign, NOON).raised == counts
    refund = Transfer.objects.get(kind="refund")
    done_in_spite_of_power_cuts(
        lambda: commands.reverse_transfer(transfer=refund, actor=None, reason="Wrong", at=NOON)
    )
    done_in_spite_of_power_cuts(lambda: commands.seal_days(at=NOON + minutes(24 * 60)))

    assert queries.meter(campaign, NOON).raised == 2_500
    assert commands.check_ledger() == ()


def test_posted_by_many_at_once_and_several_times_it_comes_to_the_same(committed):
    campaign = open_campaign()
    chance = Random(5)
    gifts = [
        promise_gift(campaign, chance.randint(500, 50_000), cover=chance.randint(0, 90))
        for _number in range(40)
    ]
    refunded = {gift.pk: chance.randint(1, gift.amount) for gift in gifts[::3]}

    def hear(gift):
        refunds = (back(refunded[gift.pk], gift.pk),) if gift.pk in refunded else ()
        try:
            receive(gift, refunds=chance.choice([(), refunds]))
            receive(gift, refunds=refunds)
        finally:
            connection.close()

    heard = gifts * 3
    chance.shuffle(heard)
    with ThreadPoolExecutor(4) as people:
        list(people.map(hear, heard))

    left = sum(
        gift.amount - gift.amount * refunded.get(gift.pk, 0) // (gift.amount + gift.cover)
        for gift in gifts
    )
    assert queries.meter(campaign, NOON).raised == left
    assert Transfer.objects.filter(kind="gift").count() == len(gifts)
    assert commands.check_ledger() == ()
