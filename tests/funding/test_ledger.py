"""What the database itself refuses to do with the ledger."""

import pytest
from django.db import Error, connection, transaction

from broadsheet.funding.models import LedgerAccount, Transfer
from factories.funding import open_campaign, promise_gift, receive

pytestmark = pytest.mark.django_db

TRANSFER = Transfer._meta.db_table


@pytest.fixture
def transfer(db):
    [posted] = receive(promise_gift(open_campaign()))
    return posted


KEPT = "kept as it was written"


@pytest.mark.parametrize(
    "act",
    [
        f"UPDATE {TRANSFER} SET amount = 1",
        f"DELETE FROM {TRANSFER}",
        f"TRUNCATE {TRANSFER} CASCADE",
        f"UPDATE {LedgerAccount._meta.db_table} SET code = 'another'",
    ],
)
def test_is_never_changed(transfer, act):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(Error, match=KEPT), transaction.atomic():
            cursor.execute(act)


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
