"""set_entry_aside, put_entry_back: entries that are no gift."""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.commands import Share
from broadsheet.funding.models import BankEntry, EntryState
from factories.bank import balance, bank_says
from factories.moments import NOON
from factories.statements import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(account, mona):
    bank_says(Line(amount=9_000, text="for you"), account=account, importer=mona)
    return BankEntry.objects.get()


def test_what_is_no_gift_is_set_aside_and_can_come_back(entry, gift, mona):
    for _time in range(2):
        commands.set_entry_aside(entry=entry, reason="a subscription", actor=mona, at=NOON)
        assert (balance("asset:bank"), balance("liability:unmatched")) == (0, 0)
        with pytest.raises(commands.EntrySettled):
            commands.match_entry(
                entry=entry, shares=[Share(gift=gift, amount=1)], actor=mona, at=NOON
            )
        commands.put_entry_back(entry=entry, actor=mona, at=NOON)
        assert (balance("asset:bank"), balance("liability:unmatched")) == (9_000, -9_000)


def test_what_is_a_gift_in_part_is_not_set_aside(entry, gift, mona):
    commands.match_entry(entry=entry, shares=[Share(gift=gift, amount=1)], actor=mona, at=NOON)

    with pytest.raises(commands.EntrySettled):
        commands.set_entry_aside(entry=entry, reason="no", actor=mona, at=NOON)


def test_only_those_who_may_reconcile_set_aside(entry, ada):
    with pytest.raises(NotAllowed):
        commands.set_entry_aside(entry=entry, reason="no", actor=ada, at=NOON)
    entry.refresh_from_db()
    assert entry.state == EntryState.WAITING
