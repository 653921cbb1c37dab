"""post_payout posts what a provider sent on to the bank."""

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Transfer
from broadsheet.funding.providers import PayoutSnapshot
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def sent(**fields):
    return PayoutSnapshot(
        **{
            "provider": "stripe",
            "payout": "po_1",
            "currency": "EUR",
            "amount": 9_000,
            "paid_at": NOON,
            "failed": False,
            "is_test": False,
            **fields,
        }
    )


def moved():
    transfers = Transfer.objects.select_related("debit", "credit").order_by("pk")
    return [(each.debit.code, each.credit.code, each.amount) for each in transfers]


def test_posts_it_once_when_it_has_left(db):
    assert not commands.post_payout(snapshot=sent(paid_at=None), at=NOON)
    assert commands.post_payout(snapshot=sent(), at=NOON)
    assert not commands.post_payout(snapshot=sent(), at=NOON)

    assert moved() == [("asset:bank", "asset:stripe", 9_000)]


def test_one_that_the_bank_sends_back_is_the_providers_again(db):
    commands.post_payout(snapshot=sent(), at=NOON)
    assert commands.post_payout(snapshot=sent(failed=True), at=NOON)

    assert moved() == [("asset:bank", "asset:stripe", 9_000), ("asset:stripe", "asset:bank", 9_000)]


def test_test_money_goes_to_no_bank_of_ours(db):
    commands.post_payout(snapshot=sent(is_test=True), at=NOON)

    assert moved() == [("test:asset:bank", "test:asset:stripe", 9_000)]
