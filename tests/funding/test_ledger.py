"""What the database itself refuses to do with the ledger."""

from datetime import timedelta

import pytest
from django.db import Error, connection, transaction

from broadsheet.funding import commands
from broadsheet.funding.models import DayDigest, ExchangeRate, LedgerAccount, Transfer
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def transfer(db):
    [posted] = receive(promise_gift(open_campaign()))
    return posted


KEPT = "kept as it was written"


@pytest.mark.parametrize("act", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("kept", [Transfer, LedgerAccount, DayDigest, ExchangeRate])
def test_is_never_changed(transfer, act, kept):
    ExchangeRate.objects.create(currency="USD", into="EUR", rate="0.9", since=NOON)
    commands.seal_days(at=NOON + timedelta(days=2))
    before = kept.objects.count()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(Error, match=KEPT), transaction.atomic():
            cursor.execute(act.format(kept._meta.db_table))

    assert kept.objects.count() == before > 0


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"amount": 0}, "a_transfer_moves_something"),
        ({"amount": -1}, "a_transfer_moves_something"),
        ({"credit_id": None}, "a_transfer_goes_somewhere_else"),
        ({"currency": "USD"}, "is_in_its_currency"),
        ({"key": None}, "duplicate key"),
        ({"campaign_id": None, "counted": 5}, "what_counts_counts"),
    ],
)
def test_takes_nothing_that_cannot_be(transfer, fields, refusal):
    taken = {"key": transfer.key, "credit_id": transfer.debit_id}
    wrong = {name: taken.get(name) if value is None else value for name, value in fields.items()}
    again = Transfer.objects.get(pk=transfer.pk)
    again.pk, again.key = None, "another"
    for name, value in wrong.items():
        setattr(again, name, value)

    with pytest.raises(Error, match=refusal), transaction.atomic():  # noqa: PT012
        again.save(force_insert=True)
        connection.check_constraints()
