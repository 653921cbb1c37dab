"""note_beginning and note_outcome …"""

from datetime import timedelta

import pytest

from broadsheet.funding import commands, protection
from broadsheet.funding.models import Donation, PaymentAttempt
from factories.funding import open_campaign
from factories.giving import begin_gift
from factories.moments import NOON, minutes


@pytest.fixture
def gift(db, options):
    options(funding_test=True)
    gift = begin_gift(open_campaign())
    commands.note_beginning(donation=gift, origin="here")
    return gift


def try_cards(gift, times, *, declined, at=NOON, first=0):
    for number in range(first, first + times):
        commands.note_outcome(donation=gift, key=f"ch_{number}", declined=declined, at=at)


def paused(at=NOON):
    return protection.paused_providers(at=at)


def test_switches_cards_off_for_half_an_hour_and_says_so(gift, postbox_of_administrators):
    try_cards(gift, 6, declined=False)
    try_cards(gift, 13, declined=True, first=6)
    assert paused() == frozenset()

    try_cards(gift, 1, declined=True, first=19)

    assert paused() == {"test"}
    assert paused(NOON + minutes(29)) == {"test"}
    assert paused(NOON + minutes(30)) == frozenset()
    [letter] = postbox_of_administrators()
    assert letter.to == "ada@example.org"
    assert (letter.context["attempts"], letter.context["declined"]) == (20, 14)


def test_begins_to_count_anew_after_a_pause(gift):
    try_cards(gift, 20, declined=True)
    over = NOON + minutes(30)
    try_cards(gift, 19, declined=True, at=over + minutes(1), first=20)
    assert paused(over + minutes(1)) == frozenset()

    try_cards(gift, 1, declined=True, at=over + minutes(1), first=39)
    assert paused(over + minutes(1)) == {"test"}


def test_stays_open_where_most_are_paid_or_they_are_few_or_long_ago(gift):
    try_cards(gift, 19, declined=True)
    try_cards(gift, 1, declined=True, at=NOON + minutes(11), first=19)
    try_cards(gift, 30, declined=False, at=NOON + minutes(12), first=20)
    try_cards(gift, 20, declined=True, at=NOON + minutes(12), first=50)

    assert paused(NOON + minutes(12)) == frozenset()


def test_stays_open_where_less_than_seven_in_ten_are_declined(gift):
    try_cards(gift, 7, declined=False)
    try_cards(gift, 13, declined=True, first=7)  # 65 of 100

    assert paused() == frozenset()


def test_nothing_but_cards_is_switched_off(gift):
    """Nobody tries out stolen cards by bank transfer."""
    gift.provider = "bank"
    gift.save()
    try_cards(gift, 20, declined=True)

    assert paused() == frozenset()


def test_counts_what_is_told_twice_once_and_renewals_not_at_all(gift):
    for _time in range(30):
        try_cards(gift, 1, declined=True)
    assert protection.declined_from("here", at=NOON) == 1

    try_cards(gift, 30, declined=True, at=NOON + timedelta(days=31), first=1)
    assert paused(NOON + timedelta(days=31)) == frozenset()


def test_forgets_after_a_week(gift):
    try_cards(gift, 20, declined=True)

    assert commands.forget_attempts(at=NOON + timedelta(days=6)) == 0
    assert commands.forget_attempts(at=NOON + timedelta(days=8)) == 21
    assert not PaymentAttempt.objects.exists()
    assert Donation.objects.exists()


@pytest.fixture
def postbox_of_administrators(ada, monkeypatch):
    from broadsheet.core import mail

    ada.email, ada.is_superuser = "ada@example.org", True
    ada.save()
    letters = []
    monkeypatch.setattr(mail, "_carriers", [letters.append])
    return lambda: letters
