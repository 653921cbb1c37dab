"""match_entry, record_entry, undo_match: what the desk says of a bank's entries."""

import pytest
from django.db.models import Sum

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.commands import Share
from broadsheet.funding.models import (
    BankEntry,
    DayTotal,
    DonationState,
    EntryDoubt,
    EntryState,
    FundingAudit,
)
from factories.bank import balance, bank_says
from factories.moments import NOON
from factories.statements import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(account, mona):
    """90 euros that say nothing of themselves."""
    bank_says(Line(amount=9_000, text="for you"), account=account, importer=mona)
    return BankEntry.objects.get()


def match(entry, actor, *shares):
    parts = [Share(gift=gift, amount=amount) for gift, amount in shares]
    return commands.match_entry(entry=entry, shares=parts, actor=actor, at=NOON)


def raised():
    return DayTotal.objects.aggregate(sum=Sum("counted", default=0))["sum"]


@pytest.mark.parametrize("promised", [8_000, 9_000, 10_000])
def test_what_came_is_the_gift_whatever_was_promised(entry, mona, promised, promise):
    gift = promise(promised)
    match(entry, mona, (gift, 9_000))

    gift.refresh_from_db()
    entry.refresh_from_db()
    assert (gift.state, entry.state, entry.settled_by) == (
        DonationState.SETTLED,
        EntryState.MATCHED,
        mona,
    )
    assert (raised(), balance("liability:unmatched")) == (9_000, 0)
    assert FundingAudit.objects.get().after == {gift.reference: 9_000}


def test_one_transfer_may_be_several_gifts(entry, mona, promise):
    one, other = promise(5_000), promise(4_000)

    match(entry, mona, (one, 5_000))
    entry.refresh_from_db()
    assert (entry.state, balance("liability:unmatched")) == (EntryState.WAITING, -4_000)
    match(entry, mona, (other, 4_000))

    entry.refresh_from_db()
    assert (entry.state, balance("liability:unmatched"), raised()) == (EntryState.MATCHED, 0, 9_000)


def test_several_transfers_may_be_one_gift(entry, mona, promise, account):
    gift = promise(10_000)
    match(entry, mona, (gift, 9_000))
    bank_says(Line(amount=1_000, text=gift.reference), account=account, importer=mona)
    rest = BankEntry.objects.get(state=EntryState.WAITING)
    assert rest.doubt == EntryDoubt.AGAIN

    match(rest, mona, (gift, 1_000))

    assert (raised(), DayTotal.objects.get().gifts) == (10_000, 1)


@pytest.mark.parametrize("amounts", [[], [0], [-1], [9_001], [5_000, 5_000]])
def test_parts_are_no_more_than_what_came(entry, mona, amounts, promise):
    with pytest.raises(commands.SharesRefused):
        match(entry, mona, *((promise(1_000), amount) for amount in amounts))

    assert raised() == 0


@pytest.mark.parametrize("wrong", [{"currency": "USD"}, {"is_test": True}])
def test_a_gift_that_cannot_be_this_money_is_refused(entry, mona, wrong, promise):
    with pytest.raises(commands.WrongGift):
        match(entry, mona, (promise(9_000, **wrong), 9_000))


def test_a_wrong_match_is_undone_and_made_right(entry, mona, promise):
    wrong, right = promise(9_000), promise(9_000)
    [made] = match(entry, mona, (wrong, 9_000))

    commands.undo_match(match=made, reason="the other Dana", actor=mona, at=NOON)
    wrong.refresh_from_db()
    entry.refresh_from_db()
    assert (wrong.state, entry.state, entry.doubt) == (
        DonationState.PROMISED,
        EntryState.WAITING,
        EntryDoubt.UNDONE,
    )
    assert (raised(), balance("liability:unmatched")) == (0, -9_000)
    assert commands.match_entries(at=NOON) == 0
    with pytest.raises(commands.MatchUndone):
        commands.undo_match(match=made, reason="again", actor=mona, at=NOON)

    match(entry, mona, (right, 9_000))
    assert (raised(), balance("liability:unmatched"), balance("asset:bank")) == (9_000, 0, 9_000)
    assert commands.check_ledger() == ()


def test_what_matched_by_itself_can_be_undone(mona, promise, account):
    gift = promise(9_000)
    bank_says(Line(amount=9_000, text=gift.reference), account=account, importer=mona)
    entry = BankEntry.objects.get()

    commands.undo_match(match=entry.matches.get(), reason="no", actor=mona, at=NOON)
    match(entry, mona, (gift, 9_000))

    assert raised() == 9_000


def test_a_gift_nobody_had_promised_is_recorded(entry, campaign, mona):
    gift = commands.record_entry(
        entry=entry, campaign=campaign, name="Dana", email="dana@example.org", actor=mona, at=NOON
    )

    assert (gift.state, gift.amount, gift.donor.email) == (
        DonationState.SETTLED,
        9_000,
        "dana@example.org",
    )
    commands.undo_match(match=entry.matches.get(), reason="no gift", actor=mona, at=NOON)
    gift.refresh_from_db()
    assert (gift.state, raised()) == (DonationState.FAILED, 0)


def test_money_that_went_out_for_a_gift_is_its_refund(entry, mona, promise, account):
    gift = promise(9_000)
    match(entry, mona, (gift, 9_000))
    bank_says(Line(amount=-2_000, text=gift.reference), account=account, importer=mona)
    went = BankEntry.objects.get(amount__lt=0)

    match(went, mona, (gift, 2_000))

    assert (raised(), balance("asset:bank"), balance("contra:refunds")) == (7_000, 7_000, 2_000)


def test_only_those_who_may_reconcile_say_what_entries_are(entry, campaign, ada, promise):
    with pytest.raises(NotAllowed):
        match(entry, ada, (promise(9_000), 9_000))
    with pytest.raises(NotAllowed):
        commands.record_entry(entry=entry, campaign=campaign, actor=ada, at=NOON)
