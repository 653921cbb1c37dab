"""resume_way …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, protection, queries
from broadsheet.funding.models import ProviderPause
from factories.funding import open_campaign
from factories.giving import begin_gift
from factories.moments import NOON, minutes
from factories.money_desk import may

SOON = NOON + minutes(5)


@pytest.fixture
def gift(db, options):
    """A gift of a way that is paused from noon on, since twenty cards were declined."""
    options(funding_test=True)
    gift = begin_gift(open_campaign())
    commands.note_beginning(donation=gift, origin="here")
    try_cards(gift, 20, at=NOON)
    return gift


@pytest.fixture
def ed(ed):
    return may(ed, "configure")


def try_cards(gift, times, *, at, first=0):
    for number in range(first, first + times):
        commands.note_outcome(donation=gift, key=f"ch_{number}", declined=True, at=at)


def test_a_gift_can_be_begun_again_and_it_is_kept_who_said_so(gift, ed):
    assert protection.paused_providers(at=SOON) == {"test"}

    commands.resume_way(code="test", actor=ed, at=SOON)

    assert protection.paused_providers(at=SOON) == frozenset()
    [act] = queries.act_list(viewer=ed).acts
    assert (act.sentence, act.actor) == ("Opened a paused way of paying again", "Ed")
    assert [detail.label for detail in act.details] == ["By", "Would have ended"]


def test_begins_to_count_anew_and_is_paused_again_by_as_many(gift, ed):
    commands.resume_way(code="test", actor=ed, at=SOON)

    try_cards(gift, 19, at=SOON + minutes(1), first=20)
    assert protection.paused_providers(at=SOON + minutes(1)) == frozenset()
    try_cards(gift, 1, at=SOON + minutes(1), first=39)

    assert protection.paused_providers(at=SOON + minutes(1)) == {"test"}
    assert ProviderPause.objects.count() == 2


def test_refuses_one_that_is_not_paused_and_who_may_not(gift, ed, mona):
    with pytest.raises(commands.NotPaused):
        commands.resume_way(code="test", actor=ed, at=NOON + minutes(31))
    with pytest.raises(NotAllowed):
        commands.resume_way(code="test", actor=may(mona, "reconcile"), at=SOON)
