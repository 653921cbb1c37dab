"""What is lost in a dispute and what is won comes to the same, whatever was heard of it and in which order."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.funding.facts import DisputeSnapshot, DisputeState, facts
from broadsheet.funding.models import DayTotal
from factories.bank import balance
from factories.funding import open_campaign, paid, promise_gift, receive
from factories.moments import NOON

OPEN, WON, LOST = DisputeState.OPEN, DisputeState.WON, DisputeState.LOST


def dispute(state, amount=2_500):
    return DisputeSnapshot(id="dp_1", amount=amount, state=state, at=NOON)


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def held():
    accounts = ("asset:stripe", "asset:disputed", "contra:chargebacks")
    return tuple(balance(account) for account in accounts)


@pytest.mark.django_db
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(heard=st.lists(st.sampled_from(DisputeState), min_size=1, max_size=5))
@pytest.mark.parametrize("amount", [2_500, 700])
def test_a_dispute_heard_of_in_any_order_leaves_nothing_in_between(amount, heard):
    with undone():
        gift = promise_gift(open_campaign(), provider="stripe")
        for state in heard:
            receive(gift, disputes=(dispute(state, amount),))

        known = next(state for state in (WON, LOST, OPEN) if state in heard)
        ours = 2_500 if known is WON else 2_500 - amount
        disputed, charged_back = amount * (known is OPEN), amount * (known is LOST)
        assert held() == (ours, disputed, charged_back)
        assert sum(DayTotal.objects.values_list("counted", flat=True)) == ours


def test_what_is_won_in_the_end_is_all_that_was_ever_said(campaign):
    gift = promise_gift(campaign, provider="stripe")

    said = {
        state: {fact.key for fact in facts(paid(gift, disputes=(dispute(state),)), gift=2_500)}
        for state in DisputeState
    }

    assert said[OPEN] < said[LOST] < said[WON]
