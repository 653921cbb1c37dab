"""check_ledger: everything is reckoned again from the transfers."""

from datetime import timedelta

import pytest
from django.db import connection

from broadsheet.funding import commands
from broadsheet.funding.cli import DIFFERENT, DONE, check
from broadsheet.funding.commands import Check
from broadsheet.funding.facts import RefundSnapshot, RefundState
from factories.donors import give, know_donor
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON

pytestmark = pytest.mark.django_db

T = "broadsheet_funding_transfer"
A = "broadsheet_funding_ledgeraccount"
R = "broadsheet_funding_receipt"
STRIPE = f"(SELECT id FROM {A} WHERE code = 'asset:stripe')"


@pytest.fixture
def ledger(mona):
    """Gifts with covers, fees, refunds, receipts, a reversal and test money; sealed."""
    campaign = open_campaign()
    for name in ("ada", "ben"):
        gift = give(know_donor(name, email=f"{name}@example.org"), campaign=campaign)
        commands.issue_receipt(donation=gift, at=NOON)
    back = RefundSnapshot(id="re", amount=700, state=RefundState.SUCCEEDED, at=NOON)
    receive(
        promise_gift(campaign, cover=78, provider="stripe"), fee=78, fee_id="x", refunds=(back,)
    )
    receive(promise_gift(campaign, provider="test", is_test=True), is_test=True)
    [mistake] = receive(promise_gift(campaign))
    commands.reverse_transfer(transfer=mistake, actor=mona, reason="Twice", at=NOON)
    commands.seal_days(at=NOON + timedelta(days=2))
    return campaign


def tampered(sql):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_finds_nothing_where_nothing_was_done_to_it(ledger, capsys):
    assert commands.check_ledger() == ()
    assert check() == DONE
    assert "The ledger balances" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (f"UPDATE {T} SET amount = amount + 1 WHERE kind = 'gift'", {Check.COUNTED, Check.DIGESTS}),
        (f"UPDATE {T} SET reason = 'nothing' WHERE kind = 'reversal'", {Check.DIGESTS}),
        (f"DELETE FROM {T} WHERE kind = 'fee'", {Check.DIGESTS}),
        (f"DELETE FROM {T} WHERE kind = 'refund'", {Check.DIGESTS, Check.DAY_TOTALS}),
        (f"UPDATE {T} SET amount = 1 WHERE kind = 'reversal'", {Check.REVERSALS, Check.STATE}),
        (f"UPDATE {T} SET donation_id = NULL WHERE kind = 'gift'", {Check.BELONGS, Check.STATE}),
        (f"UPDATE {T} SET debit_id = {STRIPE} WHERE campaign_id IS NULL", {Check.TEST_MONEY}),
        (f"UPDATE {A} SET currency = 'USD' WHERE code = 'income:gifts'", {Check.TRIAL_BALANCE}),
        (f"UPDATE {A} SET code = 'asset:cash' WHERE code = 'income:gifts'", {Check.NEVER_NEGATIVE}),
        ("UPDATE broadsheet_funding_daytotal SET counted = counted + 1", {Check.DAY_TOTALS}),
        ("UPDATE broadsheet_funding_daytotal SET gifts = 5", {Check.DAY_TOTALS}),
        ("UPDATE broadsheet_funding_donation SET state = 'SETTLED'", {Check.STATE}),
        (f"DELETE FROM {R} WHERE number = 1", {Check.RECEIPTS}),
        (f"DELETE FROM {R}", set()),
        ("DELETE FROM broadsheet_funding_daydigest", set()),
        (
            "UPDATE broadsheet_funding_daydigest SET digest = repeat('0', 64)",
            {Check.DIGESTS},
        ),
    ],
)
def test_finds_what_somebody_did_with_the_triggers_off(ledger, sql, expected, capsys):
    if "SET state" in sql:
        sql += ", settled_at = begun_at, counts_on = begun_at"

    tampered(sql)

    assert {found.check for found in commands.check_ledger()} >= expected
    assert check() == (DIFFERENT if expected else DONE)
    assert all(str(each) in capsys.readouterr().out for each in list(expected)[:1])
