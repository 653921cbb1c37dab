"""update_pledge lets a pledge be what its provider says, and never what it said before."""

from datetime import date, timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Interval, Pledge, PledgeState
from broadsheet.funding.providers import PledgeSnapshot
from factories.giving import begin_gift
from factories.moments import NOON, minutes

pytestmark = pytest.mark.django_db


@pytest.fixture
def pledge(campaign, options):
    options(funding_test=True)
    return begin_gift(campaign, interval=Interval.MONTH, amount=1_000, cover=50).pledge


def said(ours, **fields):
    return PledgeSnapshot(
        **{
            "provider": ours.provider,
            "pledge": "sub_1",
            "donation": ours.donations.get().reference,
            "currency": ours.currency,
            "amount": 1_050,
            "state": PledgeState.ACTIVE,
            "is_test": True,
            "next_on": date(2026, 12, 22),
            **fields,
        }
    )


def test_knows_it_by_its_first_gift_and_then_by_its_name(pledge):
    assert commands.update_pledge(snapshot=said(pledge), at=NOON)
    assert not commands.update_pledge(snapshot=said(pledge, donation=""), at=NOON + minutes(1))

    pledge.refresh_from_db()
    assert (pledge.provider_object, pledge.state, pledge.next_on) == (
        "sub_1",
        PledgeState.ACTIVE,
        date(2026, 12, 22),
    )


def test_of_two_answers_the_one_that_was_asked_for_later_holds(pledge):
    ended = said(pledge, state=PledgeState.ENDED, next_on=None, ended_at=NOON, end_reason="asked")
    assert commands.update_pledge(snapshot=ended, at=NOON)

    assert not commands.update_pledge(snapshot=said(pledge), at=NOON - timedelta(seconds=1))

    pledge.refresh_from_db()
    assert (pledge.state, pledge.end_reason) == (PledgeState.ENDED, "asked")


def test_an_amount_changed_at_the_provider_keeps_the_share_that_covers_the_fee(pledge):
    commands.update_pledge(snapshot=said(pledge, amount=2_100), at=NOON)

    pledge.refresh_from_db()
    assert (pledge.amount, pledge.cover) == (2_000, 100)


def test_one_that_runs_is_not_merely_begun(pledge):
    commands.update_pledge(snapshot=said(pledge), at=NOON)
    commands.update_pledge(snapshot=said(pledge, state=PledgeState.BEGUN), at=NOON + minutes(1))

    pledge.refresh_from_db()
    assert pledge.state == PledgeState.ACTIVE


def test_leaves_alone_what_is_not_ours_and_says_what_must_be(pledge):
    assert not commands.update_pledge(
        snapshot=said(pledge, pledge="sub_of_a_shop", donation=""), at=NOON
    )
    with pytest.raises(commands.GiftUnknown):
        commands.update_pledge(snapshot=said(pledge, donation="BS-AAA-AAA-AAA"), at=NOON)
    assert Pledge.objects.get().provider_object == ""
