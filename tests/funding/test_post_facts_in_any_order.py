"""post_facts: whatever is heard of a payment, how often, and in which order, it comes to the same."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.funding import commands
from broadsheet.funding.facts import (
    DisputeSnapshot,
    DisputeState,
    Fact,
    RefundSnapshot,
    RefundState,
    facts,
)
from broadsheet.funding.models import DayTotal, Transfer
from factories.funding import open_campaign, paid, promise_gift
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def refund(amount, *, number, state):
    return RefundSnapshot(id=f"re_{number}", amount=amount, state=state, at=NOON)


def dispute(amount, state, *, number):
    return DisputeSnapshot(id=f"dp_{number}", amount=amount, state=state, at=NOON)


REFUND_STATES = st.sampled_from(RefundState)


@st.composite
def histories(draw):
    """What a provider says of a payment at the end, and what it may have said on the way."""
    cover = draw(st.integers(0, 90))
    gross = 1_000 + cover
    cuts = draw(st.lists(st.integers(1, gross), max_size=3, unique=True))
    edges = [0, *sorted(cuts), gross]
    amounts = [end - start for start, end in pairwise(edges)]
    refunds = tuple(
        refund(amount, number=number, state=draw(REFUND_STATES))
        for number, amount in enumerate(amounts)
    )
    disputes = tuple(
        dispute(draw(st.integers(1, gross)), draw(st.sampled_from(DisputeState)), number=number)
        for number in range(draw(st.integers(0, 1)))
    )
    return cover, refunds, disputes


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(history=histories(), chance=st.randoms(use_true_random=False))
def test_any_order_comes_to_the_same(db, history, chance):
    cover, refunds, disputes = history
    campaign = open_campaign()
    gift = promise_gift(campaign, 1_000, cover=cover, provider="stripe")
    last = facts(
        paid(gift, fee=31, fee_id=f"txn_{gift.pk}", refunds=refunds, disputes=disputes),
        gift=1_000,
    )
    last = [_of(gift, fact) for fact in last]
    heard = [chance.sample(last, chance.randint(0, len(last))) for _ in range(4)]

    for said in [*heard, last, *heard]:
        commands.post_facts(donation=gift, facts=said, at=NOON)

    gone = sum(each.amount for each in refunds if each.state == RefundState.SUCCEEDED)
    gone += sum(each.amount for each in disputes if each.state != DisputeState.WON)
    left = 1_000 - 1_000 * min(gone, 1_000 + cover) // (1_000 + cover)
    posted = Transfer.objects.filter(donation=gift)
    assert sorted(each.key for each in posted) == sorted({fact.key for fact in last})
    assert sum(each.counted for each in posted) == left
    days = list(DayTotal.objects.filter(campaign=campaign))
    assert ([(day.counted, day.gifts) for day in days] or [(0, 0)]) == [(left, int(left > 0))]


def _of(gift, fact):
    """The ids of refunds and disputes are the payment's own."""
    return Fact(**{**vars(fact), "key": f"{gift.pk}:{fact.key}"})
