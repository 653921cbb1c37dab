"""match_entry and note_refund_sent: a refund that the desk and the bank tell of is counted once."""

from datetime import date, timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.commands import Share
from broadsheet.funding.models import RefundRequest, RefundState
from factories.bank import told, waiting
from factories.moments import NOON
from factories.money_desk import at_desk

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 4)
BANK = "/desk/money/bank/"


@pytest.fixture
def agreed(gift, bank, mona):
    """A refund of 20 of 50 that came by bank, on its way."""
    bank(5_000, gift.reference)
    return commands.ask_refund(
        donation=gift, amount=2_000, reason="Asked for by the donor.", asker=mona, at=NOON
    )


def note_sent(request, mona, *, day=DAY):
    commands.note_refund_sent(request=request, day=day, actor=mona, at=NOON)


def match_refund(gift, mona, amount=2_000):
    share = Share(gift=gift, amount=amount)
    [match] = commands.match_entry(entry=waiting(), shares=[share], actor=mona, at=NOON)
    return match


def state_of(request):
    return RefundRequest.objects.get(pk=request.pk).state


def test_a_refund_that_was_noted_is_known_when_the_bank_says_it(agreed, gift, bank, mona):
    note_sent(agreed, mona)
    bank(-2_000, gift.reference, on=DAY + timedelta(days=1))
    page = at_desk(mona).get(BANK).content.decode()
    assert f"{gift.reference}: The refund of 4 Mar 2025" in page

    match = match_refund(gift, mona)

    assert (match.transfer, match.known.kind) == (None, "refund")
    assert told() == (3_000, 0, 3_000)
    commands.undo_match(match=match, reason="another", actor=mona, at=NOON)
    assert (told(), state_of(agreed)) == ((3_000, 0, 3_000), RefundState.SENT)


def test_a_refund_that_is_agreed_is_sent_when_the_bank_says_it(agreed, gift, bank, mona):
    bank(-2_000, gift.reference)
    assert "the refund agreed on" in at_desk(mona).get(BANK).content.decode()

    match = match_refund(gift, mona)

    assert (told(), state_of(agreed)) == ((3_000, 0, 3_000), RefundState.SENT)
    with pytest.raises(commands.RefundDecided):
        note_sent(agreed, mona)
    commands.undo_match(match=match, reason="another", actor=mona, at=NOON)
    assert (told(), state_of(agreed)) == ((5_000, 0, 5_000), RefundState.AGREED)
    match_refund(gift, mona)
    assert (told(), state_of(agreed)) == ((3_000, 0, 3_000), RefundState.SENT)


def test_a_refund_that_the_bank_said_before_it_was_agreed_is_found(gift, bank, mona):
    bank(5_000, gift.reference)
    bank(-2_000, gift.reference)
    match = match_refund(gift, mona)
    request = commands.ask_refund(
        donation=gift, amount=2_000, reason="It was sent.", asker=mona, at=NOON
    )

    note_sent(request, mona)

    assert (told(), state_of(request)) == ((3_000, 0, 3_000), RefundState.SENT)
    commands.undo_match(match=match, reason="another", actor=mona, at=NOON)
    assert (told(), state_of(request)) == ((5_000, 0, 5_000), RefundState.AGREED)


def test_two_refunds_are_two_entries(agreed, gift, bank, mona):
    note_sent(agreed, mona)
    other = commands.ask_refund(
        donation=gift, amount=2_000, reason="Once more.", asker=mona, at=NOON
    )
    for on in (DAY, DAY + timedelta(days=1)):
        bank(-2_000, gift.reference, on=on)
        match_refund(gift, mona)

    assert (told(), state_of(other)) == ((1_000, 0, 1_000), RefundState.SENT)
