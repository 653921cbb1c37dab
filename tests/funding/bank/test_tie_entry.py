"""tie_entry, and what ties entries by itself: money that is told of twice is counted once."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from django.utils import timezone

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.commands import Share
from broadsheet.funding.models import (
    BankEntry,
    ByHand,
    DonationState,
    EntryDoubt,
    EntryState,
    Pledge,
    Transfer,
)
from broadsheet.funding.money import Money
from broadsheet.funding.providers import PayoutSnapshot
from factories.bank import told, waiting
from factories.moments import NOON
from factories.money_desk import at_desk, may

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 4)
BANK = "/desk/money/bank/"


def by_hand(gift, mona, *, day=DAY):
    commands.receive_promised(donation=gift, day=day, note="I saw it.", recorder=mona, at=NOON)


# What was written down and what came


def test_what_was_written_down_by_hand_is_known_when_the_bank_says_it(gift, bank, mona):
    by_hand(gift, mona)
    bank(5_000, gift.reference)

    [match] = BankEntry.objects.get(state=EntryState.MATCHED).matches.all()
    assert (match.donation, match.known, match.actor) == (gift, gift.transfers.get(), None)
    assert told() == (5_000, 0, 5_000)


def test_a_gift_recorded_as_a_transfer_is_known_when_the_bank_says_it(campaign, bank, mona):
    gift = commands.record_gift(
        campaign=campaign, given=Money(5_000, "EUR"), way=ByHand.BANK, day=DAY, note="",
        submission_key="once", recorder=mona, at=NOON,
    )  # fmt: skip
    bank(5_000, gift.reference)

    assert not BankEntry.objects.filter(state=EntryState.WAITING).exists()
    assert told() == (5_000, 0, 5_000)


def test_a_gift_in_cash_is_other_money_than_what_the_bank_says(campaign, bank, mona):
    gift = commands.record_gift(
        campaign=campaign, given=Money(5_000, "EUR"), way=ByHand.CASH, day=DAY, note="",
        submission_key="once", recorder=mona, at=NOON,
    )  # fmt: skip
    bank(5_000, gift.reference)

    assert waiting().state == EntryState.WAITING
    assert told() == (5_000, 5_000, 5_000)


@pytest.mark.parametrize("acts", list(permutations(["hand", "one", "again", "other"])))
def test_in_whichever_order_it_is_told_it_is_counted_once(gift, bank, mona, acts):
    came = {"one": DAY, "again": DAY, "other": DAY + timedelta(days=2)}
    for act in acts:
        if act != "hand":
            bank(5_000, gift.reference, on=came[act])
        elif gift.transfers.exists():
            with pytest.raises((commands.NotByHand, commands.EntryWaits)):
                by_hand(gift, mona)
        else:
            by_hand(gift, mona)

    assert told() == (10_000, 5_000, 5_000)
    assert waiting().doubt == EntryDoubt.AGAIN


@pytest.mark.parametrize(("amount", "days"), [(4_000, 0), (6_000, 0), (5_000, 15), (5_000, -15)])
def test_what_is_not_just_that_waits_for_somebody(gift, bank, mona, amount, days):
    by_hand(gift, mona)
    bank(amount, gift.reference, on=DAY + timedelta(days=days))

    assert waiting().doubt == EntryDoubt.AGAIN
    assert told() == (5_000 + amount, amount, 5_000)


def test_what_waits_with_its_reference_is_not_written_down_besides(gift, bank, mona):
    bank(4_000, gift.reference)

    with pytest.raises(commands.EntryWaits):
        by_hand(gift, mona)

    assert told() == (4_000, 4_000, 0)


def test_a_standing_order_goes_on_after_what_was_written_down(campaign, promise, bank, mona):
    pledge = Pledge.objects.create(
        reference="BS-P", campaign=campaign, amount=5_000, currency="EUR",
        interval="MONTH", provider="bank", begun_at=NOON,
    )  # fmt: skip
    gift = promise(5_000, interval="MONTH", pledge=pledge)
    by_hand(gift, mona)

    bank(5_000, gift.reference)
    bank(5_000, gift.reference, on=date(2025, 4, 4))

    pledge.refresh_from_db()
    assert pledge.next_on == date(2025, 5, 4)
    assert pledge.donations.filter(state=DonationState.SETTLED).count() == 2
    assert told() == (10_000, 0, 10_000)


def test_at_the_desk_what_says_no_reference_is_tied_to_what_was_written_down(gift, bank, mona):
    by_hand(gift, mona)
    bank(5_000, "for the paper", on=DAY + timedelta(days=3))
    entry, browser = waiting(), at_desk(mona)
    assert f"{gift.reference}: Received on" in browser.get(BANK).content.decode()

    browser.post(f"{BANK}{entry.pk}/tie/", {"known": gift.transfers.get().pk})

    assert told() == (5_000, 0, 5_000)
    assert gift.reference in browser.get(f"{BANK}{entry.pk}/").content.decode()


def test_who_says_that_it_is_this_gift_ties_it_as_well(gift, bank, mona):
    by_hand(gift, mona)
    bank(5_000, "for the paper")

    share = Share(gift=gift, amount=5_000)
    [match] = commands.match_entry(entry=waiting(), shares=[share], actor=mona, at=NOON)

    assert match.known == gift.transfers.get()
    assert told() == (5_000, 0, 5_000)


def test_what_was_tied_by_itself_is_undone_and_only_that(gift, bank, mona):
    by_hand(gift, mona)
    bank(5_000, gift.reference)
    match = gift.bank_matches.get()
    commands.undo_match(match=match, reason="another's", actor=mona, at=NOON)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert told() == (10_000, 5_000, 5_000)

    commands.tie_entry(entry=waiting(), known=match.known, actor=mona, at=NOON)
    assert told() == (5_000, 0, 5_000)


def test_what_the_bank_says_as_well_is_not_made_good_before_that_is_undone(gift, bank, mona):
    by_hand(gift, mona)
    bank(5_000, gift.reference)
    treasurer = may(mona, "correct_ledger", "reconcile")
    transfer, match = gift.transfers.get(), gift.bank_matches.get()

    with pytest.raises(commands.SaidByBank):
        commands.correct_ledger(transfer=transfer, actor=treasurer, reason="No.", at=NOON)
    commands.undo_match(match=match, reason="No.", actor=treasurer, at=NOON)
    commands.correct_ledger(transfer=transfer, actor=treasurer, reason="No.", at=NOON)

    assert told() == (5_000, 5_000, 0)


# Payouts


def payout(*, amount=9_000, failed=False):
    """A provider sends what it holds to the bank."""
    snapshot = PayoutSnapshot(
        provider="stripe", payout="po_1", currency="EUR", amount=amount, failed=failed,
        paid_at=datetime(2025, 3, 1, 12, tzinfo=UTC), is_test=False,
    )  # fmt: skip
    commands.post_payout(snapshot=snapshot, at=NOON)
    return Transfer.objects.get(kind="payout")


def test_a_payout_is_suggested_and_tied_by_a_person_alone(bank, mona):
    sent = payout()
    bank(9_000, "STRIPE TRANSFER")
    assert told() == (18_000, 9_000, 0)
    entry, browser = waiting(), at_desk(mona)
    assert "The payout of " in browser.get(BANK).content.decode()

    browser.post(f"{BANK}{entry.pk}/tie/", {"known": sent.pk})

    assert told() == (9_000, 0, 0)
    page = browser.get(f"{BANK}{entry.pk}/").content.decode()
    assert "The payout of " in page
    commands.undo_match(match=entry.matches.get(), reason="no", actor=mona, at=timezone.now())
    assert told() == (18_000, 9_000, 0)


@pytest.mark.parametrize(
    "wrong",
    [{"amount": 8_000}, {"failed": True}, {"on": DAY + timedelta(days=6)}],
)
def test_another_payout_is_not_suggested(bank, mona, wrong):
    on = wrong.pop("on", DAY)
    payout(**wrong)
    bank(9_000, "STRIPE TRANSFER", on=on)

    assert "The payout of " not in at_desk(mona).get(BANK).content.decode()


# Refusals


def test_an_entry_is_tied_only_to_what_it_can_be(gift, bank, mona, ada):
    small, sent = Transfer.objects.none(), payout(amount=9_001)
    bank(9_000, "STRIPE TRANSFER")
    by_hand(gift, mona)
    small = gift.transfers.get()

    def tied(known, actor=mona):
        commands.tie_entry(entry=waiting(), known=known, actor=actor, at=NOON)

    with pytest.raises(NotAllowed):
        tied(small, ada)
    for wrong in (sent, Transfer.objects.get(kind="unmatched")):
        with pytest.raises(commands.KnownOtherwise):
            tied(wrong)
    tied(small)
    assert waiting().matches.get().amount == 5_000
    with pytest.raises(commands.KnownOtherwise):
        tied(small)
    assert told() == (18_001, 4_000, 5_000)


def test_what_went_out_is_not_tied_to_what_came_in(gift, bank, mona):
    by_hand(gift, mona)
    bank(-5_000, gift.reference)

    with pytest.raises(commands.KnownOtherwise):
        commands.tie_entry(entry=waiting(), known=gift.transfers.get(), actor=mona, at=NOON)
