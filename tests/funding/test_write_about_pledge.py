"""Letters about recurring gifts …"""

from datetime import UTC, date, datetime, timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Interval, PledgeState
from broadsheet.funding.providers import PledgeSnapshot
from broadsheet.notify.models import QueuedLetter
from factories.donors import know_donor, latest_letter, pledge
from factories.moments import NOON

pytestmark = pytest.mark.django_db
LONG_AGO = NOON - timedelta(days=350)


def yearly(donor, **fields):
    given = {"interval": Interval.YEAR, "begun_at": LONG_AGO, "next_on": date(2026, 12, 7)}
    return pledge(donor, 12_000, **{**given, **fields})


def test_tell_of_a_yearly_gift_before_it_is_taken_again_once():
    renewed = yearly(know_donor())

    assert commands.remind_of_renewals(at=NOON) == 1
    assert commands.remind_of_renewals(at=NOON + timedelta(days=1)) == 0
    letter = latest_letter()
    for words in ("7 Dec 2026", "120\N{NO-BREAK SPACE}€", f"/support/gift/{renewed.pk}~"):
        assert words in letter.text
        assert words in letter.html
    renewed.next_on = date(2027, 12, 7)
    renewed.save()
    assert commands.remind_of_renewals(at=datetime(2027, 11, 25, tzinfo=UTC)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"interval": Interval.MONTH},
        {"next_on": date(2026, 12, 20)},
        {"next_on": date(2026, 11, 24)},
        {"begun_at": NOON - timedelta(days=30)},
        {"state": PledgeState.PAUSED},
    ],
)
def test_say_nothing_of_others(fields):
    yearly(know_donor(), **fields)

    assert commands.remind_of_renewals(at=NOON) == 0


def test_tell_that_a_payment_failed_once_for_each():
    failing = pledge(know_donor(), next_on=date(2026, 11, 22))

    assert commands.tell_payment_failed(pledge=failing, payment="in_1", at=NOON)
    assert not commands.tell_payment_failed(pledge=failing, payment="in_1", at=NOON)
    assert commands.tell_payment_failed(pledge=failing, payment="in_2", at=NOON)
    assert "could not be taken" in latest_letter().text
    assert "/support/" in latest_letter().html


def test_follow_on_what_the_provider_says():
    gift = pledge(know_donor(), provider="stripe")

    def say(state):
        commands.update_pledge(
            snapshot=PledgeSnapshot(
                provider="stripe",
                pledge=gift.provider_object,
                donation="",
                currency="EUR",
                amount=1_000,
                state=state,
                is_test=False,
            ),
            at=NOON,
        )

    for state in (PledgeState.FAILING, PledgeState.FAILING, PledgeState.ENDED, PledgeState.ENDED):
        say(state)

    templates = QueuedLetter.objects.order_by("pk").values_list("template", flat=True)
    assert list(templates) == ["funding/mail/payment_failed", "funding/mail/pledge_ended"]
