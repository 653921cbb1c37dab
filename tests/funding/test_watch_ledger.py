"""watch_ledger: the administrators get one letter about what is found, and no second one about the same."""

from datetime import timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.notify.models import QueuedLetter
from factories.moments import NOON
from factories.stripe import begin, hear_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def letters(ed, postbox):
    """The letters to an administrator."""
    ed.email, ed.is_superuser = "ed@example.org", True
    ed.save()
    return QueuedLetter.objects.filter(template="funding/mail/ledger_differs", to=ed.email)


def watch(*, night):
    return commands.watch_ledger(at=NOON + timedelta(days=night))


def test_writes_nothing_where_nothing_differs(stripe, campaign, letters):
    stripe.pay(begin(campaign)[1])
    hear_all(stripe)

    assert watch(night=1) == 0
    assert not letters.exists()


def test_writes_once_about_the_same_and_again_about_more(stripe, campaign, letters, caplog):
    missed = stripe.pay(begin(campaign)[1])

    assert watch(night=1) == 2
    assert f"see stripe:{missed}:gift." in letters.get().text
    assert f"see stripe:{missed}:gift." in caplog.text

    caplog.clear()
    assert watch(night=2) == 0
    assert letters.count() == 1
    assert f"see stripe:{missed}:gift." in caplog.text

    stripe.refund(missed, 500)
    assert watch(night=3) == 1
    assert letters.count() == 2
    assert ":refund." in letters.latest("pk").text


def test_does_not_forget_over_a_night_on_which_the_provider_is_away(stripe, campaign, letters):
    stripe.pay(begin(campaign)[1])
    watch(night=1)

    stripe.failures = [500] * 9
    assert watch(night=2) == 0
    stripe.failures.clear()

    assert watch(night=3) == 0
    assert letters.count() == 1


def test_writes_again_if_what_was_mended_comes_back(stripe, campaign, letters):
    stripe.pay(begin(campaign)[1])
    watch(night=1)
    hear_all(stripe)
    assert watch(night=2) == 0
    stripe.kept["ch_1"]["amount"] = 2_000

    assert watch(night=3) > 0
    assert letters.count() == 2
